import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { attended } from "./attended";

type Input = { db: Db; actor: Actor; eventId: string };

/**
 * A buyer's one review of an event they were at; the next replaces it.
 * @throws AppError NOT_FOUND; FORBIDDEN for who was not there, or whose review was taken down
 */
export async function upsertReview({
  db,
  actor,
  eventId,
  rating,
  comment,
}: Input & { rating: number; comment?: string }) {
  return transaction(db, async (tx) => {
    const event = await tx.event.findUnique({ where: { id: eventId }, select: { status: true } });
    if (!event || event.status === "DRAFT") throw notFound("event");
    if (!(await attended(tx, actor.id, eventId))) {
      throw new AppError(
        "FORBIDDEN",
        "Reviews are for people who were there: you can write one once your event has begun.",
      );
    }
    const key = { eventId_userId: { eventId, userId: actor.id } };
    const known = await tx.review.findUnique({ where: key, select: { removedAt: true } });
    if (known?.removedAt)
      throw new AppError(
        "FORBIDDEN",
        "Your review of this event was taken down. Write to us if you think that was wrong.",
      );
    const words = { rating, comment: comment || null };
    return tx.review.upsert({
      where: key,
      create: { eventId, userId: actor.id, ...words },
      update: words,
      select: { id: true, rating: true, comment: true },
    });
  });
}

/**
 * Takes one's own review back. One that was taken down stays, so that it is not written again.
 * @throws AppError NOT_FOUND
 */
export async function removeReview({ db, actor, eventId }: Input): Promise<{ eventId: string }> {
  const { count } = await db.review.deleteMany({ where: { eventId, userId: actor.id, removedAt: null } });
  if (count === 0) throw notFound("review");
  return { eventId };
}
