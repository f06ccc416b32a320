import type { Db } from "~/server/db";

export type Rating = { average: number | null; count: number };

/** Average (one decimal; null without reviews) and number of an event's reviews; removed ones do not count. */
export async function ratingOf({ db, eventId }: { db: Db; eventId: string }): Promise<Rating> {
  const found = await db.review.aggregate({
    where: { eventId, removedAt: null },
    _avg: { rating: true },
    _count: { rating: true },
  });
  const average = found._avg.rating;
  return { average: average === null ? null : Math.round(average * 10) / 10, count: found._count.rating };
}
