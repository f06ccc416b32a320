import type { Db } from "~/server/db/db";

/** A sitemap may have 50,000 entries (sitemaps.org); whoever has more events to come needs several. */
const MOST = 10_000;

/** The events that search engines may show: published and still to come, with when they were last changed (UTC). */
export function publicAddresses({ db, now = new Date() }: { db: Db; now?: Date }): Promise<{ id: string; updatedAt: Date }[]> {
  return db.event.findMany({
    where: { status: "PUBLISHED", startsAt: { gt: now } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, updatedAt: true },
  });
}
