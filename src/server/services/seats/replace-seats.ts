import type { Tx } from "~/server/db/db";
import type { CurrentPlan } from "../venues/current-plan";
import { readMarks } from "../sale/seats/read-marks";
import { deleteSeats, markAlike, repriceSeats } from "../sale/seats/write-seats";
import { makeSeats, priceEvent, type SeatFacts } from "./make-seats";
import { newSerial } from "./new-serial";
import { readPriceRange } from "./price-range";

type Event = SeatFacts & { id: string; serial: number; priceRevision: number };

/**
 * Brings an event's seats in line with a plan and a base price: new seats under new ids where the plan is another, new prices where
 * only those are. Blocked seats stay blocked, and seats of a category in it, where a seat of that section, row and label
 * still is. Only for events of which nothing is held or sold.
 * @returns what the Event row must say now
 * @throws AppError INVALID_INPUT (`basePricePaise`)
 */
export async function replaceSeats(input: {
  tx: Tx;
  event: Event;
  plan: CurrentPlan;
  basePricePaise: number;
  taxBps: number;
}): Promise<SeatFacts> {
  const { tx, event, plan, basePricePaise, taxBps } = input;
  const { id, priceRevision } = event;
  const { sections, facts } = priceEvent(plan, event.serial, basePricePaise, taxBps, priceRevision);
  // Where categories say what seats cost, the sections' prices are not the whole truth.
  const ranged = async (facts: SeatFacts) => (priceRevision === 0 ? facts : { ...facts, ...(await readPriceRange(tx, id)) });
  if (facts.planHash === event.planHash) return ranged(facts);
  if (facts.planId === event.planId) {
    await reprice(tx, id, sections);
    return ranged(facts);
  }
  const marks = await readMarks(tx, id);
  await deleteSeats(tx, id);
  await tx.eventSection.deleteMany({ where: { eventId: id } });
  const serial = await newSerial(tx, id);
  await makeSeats({ tx, event: { id, serial }, plan, sections });
  if (marks.length > 0) await markAlike(tx, id, marks);
  return ranged(priceEvent(plan, serial, basePricePaise, taxBps, priceRevision).facts);
}

async function reprice(
  tx: Tx,
  eventId: string,
  sections: readonly { sectionId: string; pricePaise: number }[],
): Promise<void> {
  const ids = sections.map((section) => section.sectionId);
  const prices = sections.map((section) => section.pricePaise);
  await tx.$executeRaw`
    UPDATE "EventSection" e SET "pricePaise" = p.price
      FROM unnest(${ids}::text[], ${prices}::int[]) AS p (id, price)
     WHERE e."eventId" = ${eventId} AND e."sectionId" = p.id`;
  await repriceSeats(tx, eventId);
}
