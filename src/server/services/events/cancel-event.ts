import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db";
import { transaction } from "~/server/transaction";
import { audit } from "../audit";
import { assertMove, managedEvent } from "./event-rules";
import { settleBookings } from "./settle-bookings";

/**
 * Calls an event off, for good.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION; as `settleBookings`
 */
export async function cancelEvent(input: { db: Db; actor: Actor; id: string; reason?: string; now?: Date }) {
  const { db, actor, id, reason, now = new Date() } = input;
  return transaction(db, async (tx) => {
    const event = await managedEvent(tx, actor, id);
    assertMove(event, "CANCELLED");
    const { count } = await tx.event.updateMany({
      where: { id, status: event.status },
      data: { status: "CANCELLED", cancelledAt: now, cancelReason: reason || null },
    });
    if (count === 0)
      throw new AppError("INVALID_TRANSITION", "This event has just been changed. Look at it again.");
    await settleBookings({ tx, eventId: id, now });
    const after = { status: "CANCELLED", reason: reason || null };
    await audit(tx, {
      actor,
      action: "event.cancel",
      entity: "event",
      entityId: id,
      before: { status: event.status },
      after,
    });
    return { id, status: "CANCELLED" as const };
  });
}
