import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";

const select = {
  id: true,
  title: true,
  status: true,
  startsAt: true,
  seatCount: true,
  venue: { select: { name: true, city: true, timeZone: true } },
} satisfies Prisma.EventSelect;

/**
 * A page of events as their organizer needs them: the next one first, what is behind comes after all that is ahead,
 * the last one first. Each half is a stretch of one index.
 * @param input.now parts what is ahead from what is behind (UTC)
 */
export async function listedEvents(input: { db: Db; where: Prisma.EventWhereInput; now: Date; page: number; limit: number }) {
  const { db, where, now, page, limit } = input;
  const ahead: Prisma.EventWhereInput = { AND: [where, { startsAt: { gte: now } }] };
  const behind: Prisma.EventWhereInput = { AND: [where, { startsAt: { lt: now } }] };
  const [aheadCount, behindCount] = await Promise.all([db.event.count({ where: ahead }), db.event.count({ where: behind })]);
  const skip = (page - 1) * limit;
  const next =
    skip < aheadCount
      ? await db.event.findMany({ where: ahead, orderBy: [{ startsAt: "asc" }, { id: "asc" }], skip, take: limit, select })
      : [];
  const take = limit - next.length;
  const gone =
    take > 0
      ? await db.event.findMany({ where: behind, orderBy: [{ startsAt: "desc" }, { id: "desc" }], skip: Math.max(0, skip - aheadCount), take, select })
      : [];
  return { total: aheadCount + behindCount, events: [...next, ...gone] };
}
