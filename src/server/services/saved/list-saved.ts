import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { eventCards } from "../events/list-events";

/** What somebody keeps in mind and may still go to, the soonest first; at most 100. */
export async function listSaved({ db, actor, now = new Date() }: { db: Db; actor: Actor; now?: Date }) {
  const rows = await db.savedEvent.findMany({
    where: { userId: actor.id, event: { status: { in: ["PUBLISHED", "CANCELLED"] }, startsAt: { gt: now } } },
    orderBy: [{ event: { startsAt: "asc" } }, { eventId: "asc" }],
    take: 100,
    select: { eventId: true },
  });
  return eventCards({ db, ids: rows.map(({ eventId }) => eventId), now });
}
