import { shortName } from "~/domain/short-name";
import { notFound } from "~/domain/errors";
import { mayManageEvent, personOf, standingOf, type Actor } from "~/domain/permissions";
import { reaches } from "~/domain/team";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";
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
  const personId = actor ? personOf(actor) : null;
  const [rating, rows, own, wasThere] = await Promise.all([
    ratingOf({ db, eventId }),
    db.review.findMany({
      where: { eventId, removedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: { ...select, userId: true, user: { select: { name: true, deletedAt: true } } },
    }),
    personId
      ? db.review.findUnique({
          where: { eventId_userId: { eventId, userId: personId } },
          select: { ...select, removedAt: true, removedReason: true },
        })
      : null,
    personId ? attended(db, personId, eventId) : false,
  ]);
  const items = rows.map(({ userId, user, ...review }) => ({
    ...review,
    author: user.deletedAt ? user.name : shortName(user.name),
    mine: userId === personId,
  }));
  return {
    items,
    total: rating.count,
    page,
    pageCount: Math.ceil(rating.count / limit),
    ...rating,
    own,
    mayReview: wasThere && !own?.removedAt,
    mayReply: actor !== null && mayManageEvent(actor, event) && reaches(standingOf(actor), "MANAGER"),
    mayTakeDown: actor?.role === "ADMIN",
  };
}
