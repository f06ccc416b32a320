import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { shortName } from "~/domain/short-name";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { rateLimit } from "~/server/rate-limit";
import { maySeeEvent } from "~/server/services/rights/event-rules";
import { tell } from "./tell";

/** Questions that one person may ask in a day, whatever the event. */
const A_DAY = 5;

/**
 * Hands a question to the organizer of an event, by the short name of who asks; the address stays here.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION where the event is over or cancelled, RATE_LIMITED after 5 in a day
 */
export async function askOrganizer({ db, actor, eventId, text }: { db: Db; actor: Actor; eventId: string; text: string }) {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { status: true, organizerId: true, title: true, organizer: { select: { id: true, name: true, email: true, deletedAt: true } } },
  });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  if (event.status !== "PUBLISHED" || event.organizer.deletedAt)
    throw new AppError("INVALID_TRANSITION", "Nobody answers questions about this event any more.");
  await rateLimit({ db, name: "ask-organizer", key: actor.id, points: A_DAY, seconds: 86_400 });
  return transaction(db, async (tx) => {
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true } });
    const { id } = await tx.eventQuestion.create({ data: { eventId, userId: actor.id, text }, select: { id: true } });
    await tell(tx, {
      to: event.organizer,
      type: "question",
      questionId: id,
      title: `A question about ${event.title}`,
      body: `${shortName(name)} asks: “${text}”`,
      action: { label: "Answer it", path: `/organizer/events/${eventId}/questions` },
    });
    return { id };
  });
}
