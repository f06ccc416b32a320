import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db";
import { managedEvent } from "../events/event-rules";

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
    SELECT count(*) FILTER (WHERE b.status = 'CONFIRMED')::int AS bookings,
           coalesce(sum(b."seatCount") FILTER (WHERE b.status = 'CONFIRMED'), 0)::int AS tickets,
           coalesce(sum(paid.paise) FILTER (WHERE b.status = 'CONFIRMED'), 0)::float8 AS "refundPaise",
           count(*) FILTER (WHERE b.status = 'PENDING' AND b."holdsUntil" > now())::int AS pending
      FROM "Booking" b
      LEFT JOIN LATERAL (
        SELECT sum(p."capturedPaise" - p."refundedPaise") AS paise FROM "Payment" p WHERE p."bookingId" = b.id) paid ON TRUE
     WHERE b."eventId" = ${id} AND b.status IN ('CONFIRMED', 'PENDING')`;
  return row ?? { bookings: 0, tickets: 0, refundPaise: 0, pending: 0 };
}
