import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";

/**
 * What an event's poster says. `isPublic` false: only for who asked, no cache may keep it.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function posterFacts({ db, actor, id }: { db: Db; actor: Actor | null; id: string }) {
  const event = await db.event.findUnique({
    where: { id },
    select: {
      slug: true,
      title: true,
      subtitle: true,
      artist: true,
      category: true,
      startsAt: true,
      status: true,
      organizerId: true,
      venue: { select: { city: true, timeZone: true } },
    },
  });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  const { status, organizerId: _organizerId, ...facts } = event;
  return { ...facts, isPublic: status !== "DRAFT" };
}
