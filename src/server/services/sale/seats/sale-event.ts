import { assertOnSale, type EventStatus } from "~/domain/event-state";
import { AppError, notFound } from "~/domain/errors";
import { ordinalOf } from "~/domain/seating/seat-id";
import type { Db, Tx } from "~/server/db/db";

export type SaleEvent = {
  id: string;
  serial: number;
  title: string;
  status: EventStatus;
  organizerId: string;
  planId: string;
  seatCount: number;
  startsAt: Date;
  onSaleAt: Date | null;
  offSaleAt: Date | null;
  cancelUntilHours: number | null;
  cancelRefundBps: number;
  orphanRule: "OFF" | "WARN" | "REFUSE";
  /** GST on its tickets, in basis points. */
  taxBps: number;
  /** The database's clock, UTC. */
  now: Date;
};

/**
 * What selling needs to know of an event, with the database's time, in one read.
 * @throws AppError NOT_FOUND
 */
export async function readSaleEvent(db: Db | Tx, eventId: string): Promise<SaleEvent> {
  const [event] = await db.$queryRaw<SaleEvent[]>`
    SELECT id, serial, title, status::text, "organizerId", "planId", "seatCount", "startsAt", "onSaleAt", "offSaleAt",
           "cancelUntilHours", "cancelRefundBps", "orphanRule"::text, "taxBps", now() AS now
      FROM "Event" WHERE id = ${eventId}`;
  if (!event || event.status === "DRAFT") throw notFound("event");
  return event;
}

/**
 * The event, where its seats may be had now.
 * @throws AppError NOT_FOUND, NOT_ON_SALE
 */
export async function readEventOnSale(db: Db | Tx, eventId: string): Promise<SaleEvent> {
  const event = await readSaleEvent(db, eventId);
  assertOnSale(event, event.now);
  return event;
}

/**
 * Seat ids each once, in the order that all transactions lock in.
 * @throws AppError NOT_FOUND where one is not a seat of this event
 */
export function seatsOf(event: Pick<SaleEvent, "serial" | "seatCount">, seatIds: readonly string[]): string[] {
  for (const id of seatIds) {
    const ordinal = ordinalOf(event.serial, id);
    if (ordinal === null || ordinal >= event.seatCount) {
      throw notAtThisEvent();
    }
  }
  return [...new Set(seatIds)].sort();
}

/** The refusal for seat ids that the event does not have. */
export function notAtThisEvent(): AppError {
  return new AppError("NOT_FOUND", "One of these seats is not at this event. Please choose again.");
}
