import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { endPendingBookings } from "~/server/services/sale/bookings/end-pending";
import { transaction } from "~/server/db/transaction";
import type { HeldSeats } from "./hold-seats";
import { holdStatus } from "./hold-status";

/**
 * Lets the buyer's seats go, all of them where `seatIds` is left out. A pending booking of such a seat ends
 * CANCELLED; its other seats stay held. Seats that are not the buyer's are left alone.
 * @throws AppError INVALID_TRANSITION (a payment for them is under way), BUSY
 */
export async function releaseSeats(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  seatIds?: readonly string[];
}): Promise<HeldSeats> {
  const { db, actor, eventId } = input;
  return transaction(db, async (tx) => {
    const [hold] = await tx.$queryRaw<{ seatIds: string[] }[]>`
      SELECT "seatIds" FROM "SeatHold" WHERE "userId" = ${actor.id} AND "eventId" = ${eventId} FOR UPDATE`;
    const wanted = new Set(input.seatIds ?? hold?.seatIds);
    const seats = (hold?.seatIds ?? []).filter((id) => wanted.has(id)).sort();
    if (seats.length > 0) {
      await endPendingBookings({ tx, userId: actor.id, eventId, seatIds: seats, reason: "released by the buyer" });
      await tx.$executeRaw`
        UPDATE "Seat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL, version = version + 1
         WHERE id = ANY (${seats}::text[]) AND status = 'HELD' AND "heldBy" = ${actor.id}`;
      await tx.$executeRaw`
        UPDATE "SeatHold" SET "seatIds" = ARRAY(SELECT x FROM unnest("seatIds") x WHERE x <> ALL (${seats}::text[]))
         WHERE "userId" = ${actor.id} AND "eventId" = ${eventId}`;
    }
    const left = await holdStatus({ db: tx, actor, eventId });
    return { holdExpiresAt: left?.holdExpiresAt ?? null, seatIds: left?.seatIds ?? [] };
  });
}
