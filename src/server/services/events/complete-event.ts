import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockEventToClose } from "~/server/services/sale/locks";
import { audit } from "../audit";
import { assertMove, managedEvent } from "~/server/services/rights/event-rules";

/**
 * Closes an event that took place. One that has not begun can be closed only while nobody has a ticket.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION
 */
export async function completeEvent({
  db,
  actor,
  id,
  now: asked,
}: {
  db: Db;
  actor: Actor;
  id: string;
  now?: Date;
}) {
  return transaction(db, async (tx) => {
    await lockEventToClose(tx, id);
    const now = asked ?? (await databaseNow(tx));
    const event = await managedEvent(tx, actor, id);
    assertMove(event, "COMPLETED");
    if (event.startsAt > now) {
      const sold = await tx.booking.findFirst({
        where: { eventId: id, status: { in: ["PENDING", "CONFIRMED"] } },
        select: { id: true },
      });
      if (sold)
        throw new AppError(
          "INVALID_TRANSITION",
          "People have tickets for this event and it has not begun. Cancel it if it will not take place.",
        );
    }
    const { count } = await tx.event.updateMany({
      where: { id, status: "PUBLISHED" },
      data: { status: "COMPLETED", completedAt: now },
    });
    if (count === 0)
      throw new AppError("INVALID_TRANSITION", "This event has just been changed. Look at it again.");
    await audit(tx, {
      actor,
      action: "event.complete",
      entity: "event",
      entityId: id,
      before: { status: event.status },
      after: { status: "COMPLETED" },
    });
    return { id, status: "COMPLETED" as const };
  });
}
