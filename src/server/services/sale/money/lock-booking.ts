import type { BookingStatus } from "~/domain/booking-state";
import type { EventStatus } from "~/domain/event-state";
import type { Tx } from "~/server/db/db";

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

/**
 * The booking's row locked, first of all locks of every money transaction: whatever happens to one booking happens
 * in one order. Its event is read after the lock, as it stands then. Null where there is none.
 */
export async function lockBooking(tx: Tx, bookingId: string): Promise<LockedBooking | null> {
  await tx.$executeRaw`SELECT 1 FROM "Booking" WHERE id = ${bookingId} FOR UPDATE`;
  const [booking] = await tx.$queryRaw<LockedBooking[]>`
    SELECT b.id, b."bookingNumber", b."userId", b."eventId", b.status::text, b."totalPaise", b."expiresAt", b."holdsUntil",
           b."confirmedAt", b."cancelReason", b.policy, b."couponId", e.status::text AS "eventStatus",
           e."startsAt" AS "eventStartsAt", clock_timestamp() AS now,
           ARRAY(SELECT i."seatId" FROM "BookingItem" i WHERE i."bookingId" = b.id ORDER BY i."seatId" COLLATE "C") AS "seatIds"
      FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" WHERE b.id = ${bookingId}`;
  return booking ?? null;
}
