import type { Tx } from "~/server/db/db";
import type { CurrentPlan } from "../venues/current-plan";
import { blockPlaces, deleteSeats, repriceSeats } from "../sale/seats/write-seats";
import { makeSeats, priceEvent, type SeatFacts } from "./make-seats";

type Event = SeatFacts & { id: string; serial: number };

/**
 * Brings an event's seats in line with a plan and a base price: new seats under new ids where the plan is another, new prices where
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
  taxBps: number;
}): Promise<SeatFacts> {
  const { tx, event, plan, basePricePaise, taxBps } = input;
  const { sections, facts } = priceEvent(plan, event.serial, basePricePaise, taxBps);
  if (facts.planHash === event.planHash) return facts;
  if (facts.planId === event.planId) {
    await reprice(tx, event.id, sections);
    return facts;
  }
  const blocked = await tx.seat.findMany({
    where: { eventId: event.id, status: "BLOCKED" },
    select: { sectionId: true, rowLabel: true, seatLabel: true },
  });
  await deleteSeats(tx, event.id);
  await tx.eventSection.deleteMany({ where: { eventId: event.id } });
  const serial = await newSerial(tx, event.id);
  await makeSeats({ tx, event: { id: event.id, serial }, plan, sections });
  await blockAgain(tx, event.id, blocked);
  return priceEvent(plan, serial, basePricePaise, taxBps).facts;
}

/** Seat ids are never used twice: money that comes late for a seat of the old plan finds none of the new one. */
async function newSerial(tx: Tx, eventId: string): Promise<number> {
  const [{ serial }] = await tx.$queryRaw<[{ serial: number }]>`
    UPDATE "Event" SET serial = nextval(pg_get_serial_sequence('"Event"', 'serial')) WHERE id = ${eventId} RETURNING serial`;
  return serial;
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

type Place = { sectionId: string; rowLabel: string; seatLabel: string };

async function blockAgain(tx: Tx, eventId: string, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  await blockPlaces(tx, eventId, {
    sections: places.map((place) => place.sectionId),
    rows: places.map((place) => place.rowLabel),
    seats: places.map((place) => place.seatLabel),
  });
}
