import type { Db } from "~/server/db/db";

export type Rating = {
  /** One decimal; null without reviews. */
  average: number | null;
  count: number;
  /** How many gave one star, two stars, ... five. */
  histogram: [number, number, number, number, number];
};

/** What an event's reviews come to; removed ones do not count. */
export async function ratingOf({ db, eventId }: { db: Db; eventId: string }): Promise<Rating> {
  const rows = await db.review.groupBy({
    by: ["rating"],
    where: { eventId, removedAt: null },
    _count: { _all: true },
  });
  const histogram: Rating["histogram"] = [0, 0, 0, 0, 0];
  for (const row of rows) histogram[row.rating - 1] = row._count._all;
  const count = histogram.reduce((total, stars) => total + stars, 0);
  const sum = histogram.reduce((total, stars, index) => total + stars * (index + 1), 0);
  return { average: count === 0 ? null : Math.round((sum / count) * 10) / 10, count, histogram };
}
