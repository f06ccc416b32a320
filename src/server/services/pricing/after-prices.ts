import type { Tx } from "~/server/db/db";
import { layoutHash } from "../seats/make-seats";
import { readPriceRange } from "../seats/price-range";

/**
 * What the event's row must say after prices of its seats changed: from and to, and another name for its layout, since
 * what browsers keep says the old ones. Its `updatedAt` stays: nothing of the event's form was touched.
 */
export async function afterPrices(tx: Tx, eventId: string): Promise<{ planHash: string }> {
  const range = await readPriceRange(tx, eventId);
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { serial: true, taxBps: true, priceRevision: true, plan: { select: { hash: true } } },
  });
  const sections = await tx.eventSection.findMany({ where: { eventId }, orderBy: { position: "asc" }, select: { pricePaise: true } });
  const priceRevision = event.priceRevision + 1;
  const prices = sections.map((section) => section.pricePaise);
  const planHash = layoutHash({ hash: event.plan.hash, serial: event.serial, prices, taxBps: event.taxBps, priceRevision });
  await tx.$executeRaw`
    UPDATE "Event" SET "priceRevision" = ${priceRevision}, "planHash" = ${planHash}, "minPricePaise" = ${range.minPricePaise},
           "maxPricePaise" = ${range.maxPricePaise} WHERE id = ${eventId}`;
  return { planHash };
}
