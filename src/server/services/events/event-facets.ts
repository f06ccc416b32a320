import type { EventCategory } from "~/domain/event-state";
import type { Db } from "~/server/db/db";

/** Cities and categories that have events to come, with how many; the fullest first. */
export async function eventFacets({ db, now = new Date() }: { db: Db; now?: Date }) {
  const where = { status: "PUBLISHED" as const, startsAt: { gt: now } };
  const [byCategory, byCity] = await Promise.all([
    db.event.groupBy({ by: ["category"], where, _count: { _all: true } }),
    db.$queryRaw<{ city: string; count: number }[]>`
      SELECT v.city, count(*)::int AS count FROM "Event" e JOIN "Venue" v ON v.id = e."venueId"
       WHERE e.status = 'PUBLISHED' AND e."startsAt" > ${now} GROUP BY v.city ORDER BY count DESC, v.city`,
  ]);
  const categories: { category: EventCategory; count: number }[] = byCategory
    .map((row) => ({ category: row.category, count: row._count._all }))
    .sort((a, b) => b.count - a.count || a.category.localeCompare(b.category));
  return { categories, cities: byCity };
}
