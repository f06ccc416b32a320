import type { Db } from "~/server/db/db";

/** How many showings each of these events' series still has, by the series' id. */
export async function datesAhead({ db, events, now }: { db: Db; events: readonly { seriesId: string | null }[]; now: Date }): Promise<Map<string, number>> {
  const ids = [...new Set(events.flatMap(({ seriesId }) => seriesId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.event.groupBy({
    by: ["seriesId"],
    where: { seriesId: { in: ids }, status: "PUBLISHED", startsAt: { gt: now } },
    _count: { _all: true },
  });
  return new Map(rows.map(({ seriesId, _count }) => [seriesId!, _count._all]));
}
