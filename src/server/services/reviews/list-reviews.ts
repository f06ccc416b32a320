import { shortName } from "~/domain/short-name";
import { notFound } from "~/domain/errors";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "../events/event-rules";
import { attended } from "./attended";
import { ratingOf } from "./rating-of";

const select = {
  id: true,
  rating: true,
  comment: true,
  reply: true,
  repliedAt: true,
  createdAt: true,
  updatedAt: true,
} as const;

/**
 * An event's reviews, the newest first, with what they come to; and, to who is signed in, their own and whether they
 * may write one.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function listReviews(input: {
  db: Db;
  actor: Actor | null;
  eventId: string;
  page?: number;
  limit?: number;
}) {
  const { db, actor, eventId, page = 1, limit = 10 } = input;
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { status: true, organizerId: true },
  });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  const [rating, rows, own, wasThere] = await Promise.all([
    ratingOf({ db, eventId }),
    db.review.findMany({
      where: { eventId, removedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: { ...select, userId: true, user: { select: { name: true, deletedAt: true } } },
    }),
    actor &&
      db.review.findUnique({
        where: { eventId_userId: { eventId, userId: actor.id } },
        select: { ...select, removedAt: true, removedReason: true },
      }),
    actor ? attended(db, actor.id, eventId) : false,
  ]);
  const items = rows.map(({ userId, user, ...review }) => ({
    ...review,
    author: user.deletedAt ? user.name : shortName(user.name),
    mine: userId === actor?.id,
  }));
  return {
    items,
    total: rating.count,
    page,
    pageCount: Math.ceil(rating.count / limit),
    ...rating,
    own,
    mayReview: wasThere && !own?.removedAt,
    mayReply: actor !== null && mayManageEvent(actor, event),
    mayTakeDown: actor?.role === "ADMIN",
  };
}
