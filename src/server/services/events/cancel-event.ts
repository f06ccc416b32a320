import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { transaction } from "~/server/db/transaction";
import { lockEventToClose } from "~/server/services/sale/locks";
import { cancelEventBookings, startEventCancellation } from "~/server/services/sale/money/refunds/cancel-event-bookings";
import { patience } from "~/server/patience";
import { audit } from "../audit";
import { assertMove, managedEvent } from "~/server/services/rights/event-rules";

/**
 * Calls an event off, for good: its bookings end and their money goes back in full, in batches after the commit.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION
 */
export async function cancelEvent(input: {
  db: Db;
  gateway: PaymentGateway;
  actor: Actor;
  id: string;
  reason?: string;
  now?: Date;
}) {
  const { db, gateway, actor, id, reason, now = new Date() } = input;
  const cancelled = await transaction(db, async (tx) => {
    await lockEventToClose(tx, id);
    const event = await managedEvent(tx, actor, id);
    assertMove(event, "CANCELLED");
    const { count } = await tx.event.updateMany({
      where: { id, status: event.status },
      data: { status: "CANCELLED", cancelledAt: now, cancelReason: reason || null },
    });
    if (count === 0)
      throw new AppError("INVALID_TRANSITION", "This event has just been changed. Look at it again.");
    await startEventCancellation(tx, { eventId: id, actor });
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
  await cancelEventBookings({ db, gateway, eventId: id, budgetMs: patience.callOffMs });
  return cancelled;
}
