import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockStanding } from "~/server/services/sale/locks";
import type { HeldSeats } from "~/server/services/sale/seats/hold-seats";
import { holdStatus } from "~/server/services/sale/seats/hold-status";
import { keepUntil, letGo } from "~/server/services/sale/seats/write-seats";
import { endPendingBookings } from "./end-pending";
import { RELEASED } from "./reasons-of-change";

/**
 * Lets the buyer's seats go, all of them where `seatIds` is left out. A pending booking of such a seat ends
 * CANCELLED; its other seats stay held as long as its countdown ran. Seats that are not the buyer's are left alone.
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
    const standing = await lockStanding(tx, { userId: actor.id, eventId });
    const wanted = new Set(input.seatIds ?? standing?.seatIds);
    const seats = (standing?.seatIds ?? []).filter((id) => wanted.has(id)).sort();
    if (standing && seats.length > 0) {
      const ended = await endPendingBookings({ tx, standing, seatIds: seats, reason: RELEASED });
      await letGo(tx, standing, seats);
      for (const booking of ended) await keepUntil(tx, actor.id, booking.seatIds, booking.expiresAt);
    }
    const left = await holdStatus({ db: tx, actor, eventId });
    return { holdExpiresAt: left?.holdExpiresAt ?? null, seatIds: left?.seatIds ?? [] };
  });
}
