import { AppError, notFound } from "~/domain/errors";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";

/**
 * An admin hides a review from everyone and from the average. The row stays, with the reason.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function takeDownReview({
  db,
  actor,
  id,
  reason,
}: {
  db: Db;
  actor: Actor;
  id: string;
  reason: string;
}) {
  if (actor.role !== "ADMIN") throw new AppError("FORBIDDEN", "Only admins take reviews down.");
  return transaction(db, async (tx) => {
    const before = await tx.review.findUnique({
      where: { id },
      select: { rating: true, comment: true, removedAt: true },
    });
    if (!before) throw notFound("review");
    if (before.removedAt) return { id };
    await tx.review.update({
      where: { id },
      data: { removedAt: new Date(), removedReason: reason },
      select: { id: true },
    });
    await audit(tx, {
      actor,
      action: "review.takeDown",
      entity: "review",
      entityId: id,
      before,
      after: { reason },
    });
    return { id };
  });
}

/**
 * The organizer's answer below a review; the next replaces it.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function replyToReview({
  db,
  actor,
  id,
  reply,
}: {
  db: Db;
  actor: Actor;
  id: string;
  reply: string;
}) {
  return transaction(db, async (tx) => {
    const review = await tx.review.findUnique({
      where: { id, removedAt: null },
      select: { reply: true, event: { select: { organizerId: true } } },
    });
    if (!review) throw notFound("review");
    if (!mayManageEvent(actor, review.event))
      throw new AppError("FORBIDDEN", "Only the event's organizer answers its reviews.");
    await tx.review.update({ where: { id }, data: { reply, repliedAt: new Date() }, select: { id: true } });
    await audit(tx, {
      actor,
      action: "review.reply",
      entity: "review",
      entityId: id,
      before: { reply: review.reply },
      after: { reply },
    });
    return { id };
  });
}
