import type { Actor } from "~/domain/permissions";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";

const DAY_MS = 86_400_000;

/** An organizer's events whose doors open next, those of the last day among them; at most 50. */
export async function listDoors({ db, actor }: { db: Db; actor: Actor }) {
  const now = await databaseNow(db);
  return db.event.findMany({
    where: { organizerId: actor.id, status: { in: ["PUBLISHED", "COMPLETED"] }, startsAt: { gt: new Date(now.getTime() - DAY_MS) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 50,
    select: { id: true, title: true, startsAt: true, venue: { select: { name: true, city: true, timeZone: true } } },
  });
}
