import type { Tx } from "~/server/db/db";
import type { CurrentPlan } from "../venues/current-plan";
import { makeSeats, priceEvent, type SeatFacts } from "./make-seats";

type Event = SeatFacts & { id: string; serial: number };

/**
 * Brings an event's seats in line with a plan and a base price: new seats where the plan is another, new prices where
 * only those are. Blocked seats stay blocked where a seat of that section, row and label still is. Only for events of
 * which nothing is held or sold.
 * @returns what the Event row must say now
 * @throws AppError INVALID_INPUT (`basePricePaise`)
 */
export async function replaceSeats(input: {
  tx: Tx;
  event: Event;
  plan: CurrentPlan;
  basePricePaise: number;
}): Promise<SeatFacts> {
  const { tx, event, plan, basePricePaise } = input;
  const { sections, facts } = priceEvent(plan, event.serial, basePricePaise);
  if (facts.planHash === event.planHash) return facts;
  if (facts.planId === event.planId) {
    await reprice(tx, event.id, sections);
    return facts;
  }
  const blocked = await tx.seat.findMany({
    where: { eventId: event.id, status: "BLOCKED" },
    select: { sectionId: true, rowLabel: true, seatLabel: true },
  });
  await tx.seat.deleteMany({ where: { eventId: event.id } });
  await tx.eventSection.deleteMany({ where: { eventId: event.id } });
  await makeSeats({ tx, event, plan, sections });
  await blockAgain(tx, event.id, blocked);
  return facts;
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
  await tx.$executeRaw`
    UPDATE "Seat" s SET "pricePaise" = e."pricePaise", version = s.version + 1
      FROM "EventSection" e
     WHERE e."eventId" = ${eventId} AND s."eventId" = ${eventId} AND s."sectionId" = e."sectionId"`;
}

type Place = { sectionId: string; rowLabel: string; seatLabel: string };

async function blockAgain(tx: Tx, eventId: string, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const [sections, rows, seats] = [
    places.map((p) => p.sectionId),
    places.map((p) => p.rowLabel),
    places.map((p) => p.seatLabel),
  ];
  await tx.$executeRaw`
    UPDATE "Seat" s SET status = 'BLOCKED'
      FROM unnest(${sections}::text[], ${rows}::text[], ${seats}::text[]) AS b (section, "row", seat)
     WHERE s."eventId" = ${eventId} AND s."sectionId" = b.section AND s."rowLabel" = b."row" AND s."seatLabel" = b.seat`;
}
