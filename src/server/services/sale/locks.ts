import type { BookingStatus } from "~/domain/booking-state";
import type { EventStatus } from "~/domain/event-state";
import type { Tx } from "~/server/db/db";

/*
 * The only place that locks, beside the functions in the database, which keep to the same order: Event (FOR SHARE to sell
 * or give back, FOR UPDATE to close), SeatHold, bookings by id, seats by id, Coupon. Whoever takes them in another
 * order may wait for somebody who waits for them (docs/decisions/0080).
 */

/** Keeps everybody else from selling or changing an event until this transaction is over. */
export async function lockEventToClose(tx: Tx, eventId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Event" WHERE id = ${eventId} FOR UPDATE`;
}

/** As `lockEventToClose`, of several events: in the order of their ids. */
export async function lockEventsToClose(tx: Tx, eventIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Event" WHERE id = ANY (${[...eventIds]}::text[]) ORDER BY id FOR UPDATE`;
}

type Buyer = { userId: string; eventId: string };

export type Standing = Buyer & {
  seatIds: string[];
  /** End of the open hold (UTC). */
  expiresAt: Date;
  pendingBookingIds: string[];
  /** When the run of keeping seats began (domain/keeping; UTC). */
  keptSince: Date | null;
  /** The database's clock (UTC). */
  now: Date;
};

/** A buyer's standing at an event, locked: the root of all that they do there. Null where they never came. */
export async function lockStanding(tx: Tx, { userId, eventId }: Buyer): Promise<Standing | null> {
  const [standing] = await tx.$queryRaw<Standing[]>`
    SELECT "userId", "eventId", "seatIds", "expiresAt", "pendingBookingIds", "keptSince", now() AS now
      FROM "SeatHold" WHERE "userId" = ${userId} AND "eventId" = ${eventId} FOR UPDATE`;
  return standing ?? null;
}

/** As `lockStanding`, for jobs: null also where somebody is at work on it. */
export async function lockIdleStanding(tx: Tx, { userId, eventId }: Buyer): Promise<Standing | null> {
  const [standing] = await tx.$queryRaw<Standing[]>`
    SELECT "userId", "eventId", "seatIds", "expiresAt", "pendingBookingIds", "keptSince", now() AS now
      FROM "SeatHold" WHERE "userId" = ${userId} AND "eventId" = ${eventId} FOR UPDATE SKIP LOCKED`;
  return standing ?? null;
}

/** Everybody's standing at an event and their bookings that wait or are confirmed, locked in order: seats change under all of them. */
export async function lockAllBuyers(tx: Tx, eventId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "SeatHold" WHERE "eventId" = ${eventId} ORDER BY "userId" FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM "Booking" WHERE "eventId" = ${eventId} AND status::text IN ('PENDING', 'CONFIRMED') ORDER BY id FOR UPDATE`;
}

export type PendingBooking = { id: string; seatIds: string[]; expiresAt: Date; holdsUntil: Date };

/**
 * The bookings of a locked standing that wait for their payment and have some of these seats, locked in order. By id: the
 * cast keeps the index of pending ones out of it, whose pages every sale writes.
 */
export async function lockPending(tx: Tx, standing: Standing, seatIds: readonly string[]): Promise<PendingBooking[]> {
  if (standing.pendingBookingIds.length === 0) return [];
  return tx.$queryRaw<PendingBooking[]>`
    SELECT b.id, b."expiresAt", b."holdsUntil",
           ARRAY(SELECT i."seatId" FROM "BookingItem" i WHERE i."bookingId" = b.id ORDER BY i."seatId" COLLATE "C") AS "seatIds"
      FROM "Booking" b
     WHERE b.id = ANY (${standing.pendingBookingIds}::text[]) AND b.status::text = 'PENDING' AND b."holdsUntil" > now()
       AND EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."bookingId" = b.id AND i."seatId" = ANY (${[...seatIds]}::text[]))
     ORDER BY b.id FOR UPDATE OF b`;
}

export type LockedBooking = {
  id: string;
  bookingNumber: string;
  userId: string;
  eventId: string;
  status: BookingStatus;
  totalPaise: number;
  expiresAt: Date;
  holdsUntil: Date;
  confirmedAt: Date | null;
  cancelReason: string | null;
  policy: unknown;
  couponId: string | null;
  eventStatus: EventStatus;
  eventStartsAt: Date;
  /** Its seats, in the order that all transactions lock in. */
  seatIds: string[];
  /** The database's clock (UTC). */
  now: Date;
};

/** A booking with its event (shared) and its buyer's standing, locked: whatever happens to it happens in one order. */
export async function lockBooking(tx: Tx, bookingId: string): Promise<LockedBooking | null> {
  await tx.$executeRaw`SELECT lock_booking(${bookingId})`;
  const [booking] = await tx.$queryRaw<LockedBooking[]>`
    SELECT b.id, b."bookingNumber", b."userId", b."eventId", b.status::text, b."totalPaise", b."expiresAt", b."holdsUntil",
           b."confirmedAt", b."cancelReason", b.policy, b."couponId", e.status::text AS "eventStatus",
           e."startsAt" AS "eventStartsAt", clock_timestamp() AS now,
           ARRAY(SELECT i."seatId" FROM "BookingItem" i WHERE i."bookingId" = b.id ORDER BY i."seatId" COLLATE "C") AS "seatIds"
      FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" WHERE b.id = ${bookingId}`;
  return booking ?? null;
}

/**
 * Invoices are numbered one after the other, in the order of their transactions: first of all that such a transaction
 * does, before even its snapshot, so that who waited sees the numbers that were given meanwhile and need not begin anew
 * (LOCK TABLE takes none). Nobody who holds another lock of this file takes it.
 */
export async function lockInvoiceSeries(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "InvoiceSeries" IN SHARE ROW EXCLUSIVE MODE`;
}

/** Coupons, last of all, in the order of their ids. */
export async function lockCoupons(tx: Tx, couponIds: readonly string[]): Promise<void> {
  if (couponIds.length === 0) return;
  await tx.$executeRaw`SELECT 1 FROM "Coupon" WHERE id = ANY (${[...couponIds]}::text[]) ORDER BY id FOR UPDATE`;
}

/** Seats in the order that all transactions lock in. */
export async function lockSeats(tx: Tx, seatIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Seat" WHERE id = ANY (${[...seatIds]}::text[]) ORDER BY id FOR UPDATE`;
}
