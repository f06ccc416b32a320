import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";

type Ask = { db: Db; actor: Actor; eventId: string };
type Saved = { saved: boolean; remind: boolean };

/** Whether somebody keeps this event in mind, and wants to be told when its sale opens. */
export async function getSaved({ db, actor, eventId }: Ask): Promise<Saved> {
  const row = await db.savedEvent.findUnique({ where: { userId_eventId: { userId: actor.id, eventId } }, select: { remind: true } });
  return { saved: row !== null, remind: row?.remind ?? false };
}

/**
 * Keeps an event in mind, or no longer; whoever wants to be told keeps it in mind as well. Twice is no harm.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function keepSaved({ db, actor, eventId, saved, remind }: Ask & Saved): Promise<Saved> {
  const id = { userId: actor.id, eventId };
  if (!saved && !remind) {
    await db.savedEvent.deleteMany({ where: id });
    return { saved: false, remind: false };
  }
  const event = await db.event.findUnique({ where: { id: eventId }, select: { status: true, organizerId: true } });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  // Whom the sale has been announced to is told again only where they asked again.
  await db.savedEvent.upsert({ where: { userId_eventId: id }, create: { ...id, remind }, update: { remind, ...(remind && { remindedAt: null }) } });
  return { saved: true, remind };
}
