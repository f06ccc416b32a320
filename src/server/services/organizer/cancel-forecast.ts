import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";

/**
 * What cancelling the event would do: bookings and tickets that end, and paise that go back for them (what was paid
 * less what went back already); bookings that are being paid for at the moment.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function cancelForecast({ db, actor, id }: { db: Db; actor: Actor; id: string }) {
  await managedEvent(db, actor, id);
  const [row] = await db.$queryRaw<
    { bookings: number; tickets: number; refundPaise: number; pending: number }[]
  >`
    SELECT sold.bookings, sold.tickets, owed."refundPaise", open.pending
      FROM (SELECT count(*)::int AS bookings, coalesce(sum(b."seatCount"), 0)::int AS tickets
              FROM "Booking" b WHERE b."eventId" = ${id} AND b.status = 'CONFIRMED') sold,
           (SELECT coalesce(sum(p."capturedPaise" - p."refundedPaise"), 0)::float8 AS "refundPaise"
              FROM "Payment" p JOIN "Booking" b ON b.id = p."bookingId" AND b."eventId" = p."eventId" AND b.status = 'CONFIRMED'
             WHERE p."eventId" = ${id} AND p."capturedAt" IS NOT NULL) owed,
           (SELECT count(*)::int AS pending
              FROM "Booking" b WHERE b."eventId" = ${id} AND b.status = 'PENDING' AND b."holdsUntil" > now()) open`;
  return row ?? { bookings: 0, tickets: 0, refundPaise: 0, pending: 0 };
}
