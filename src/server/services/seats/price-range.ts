import type { Tx } from "~/server/db/db";

/**
 * Writes down of each section what its seats that are not sold cost, from and to, where an event has categories.
 * @returns the same of the whole event, in paise before tax
 */
export async function readPriceRange(tx: Tx, eventId: string): Promise<{ minPricePaise: number; maxPricePaise: number }> {
  await tx.$executeRaw`
    UPDATE "EventSection" e SET "fromPricePaise" = coalesce(r.low, e."pricePaise"), "toPricePaise" = coalesce(r.high, e."pricePaise")
      FROM "EventSection" x LEFT JOIN (
        SELECT "sectionId", min("pricePaise") AS low, max("pricePaise") AS high
          FROM "Seat" WHERE "eventId" = ${eventId} AND status <> 'BOOKED' GROUP BY 1) r USING ("sectionId")
     WHERE e."eventId" = ${eventId} AND x."eventId" = e."eventId" AND x."sectionId" = e."sectionId"`;
  const [range] = await tx.$queryRaw<[{ minPricePaise: number; maxPricePaise: number }]>`
    SELECT coalesce(min(s."fromPricePaise"), min(e."basePricePaise")) AS "minPricePaise",
           coalesce(max(s."toPricePaise"), max(e."basePricePaise")) AS "maxPricePaise"
      FROM "Event" e LEFT JOIN "EventSection" s ON s."eventId" = e.id AND s."seatCount" > 0 WHERE e.id = ${eventId}`;
  return range;
}
