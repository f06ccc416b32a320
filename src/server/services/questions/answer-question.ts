import { AppError, notFound } from "~/domain/errors";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import { shortName } from "~/domain/short-name";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { managedEvent } from "~/server/services/rights/event-rules";
import { tell } from "./tell";

/** The newest that are shown. */
const MOST = 200;

/**
 * What was asked about an event, the newest first, by short names alone.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function listQuestions({ db, actor, eventId }: { db: Db; actor: Actor; eventId: string }) {
  await managedEvent(db, actor, eventId);
  const rows = await db.eventQuestion.findMany({
    where: { eventId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, text: true, answer: true, answeredAt: true, createdAt: true, user: { select: { name: true } } },
  });
  return rows.map(({ user, ...question }) => ({ ...question, from: shortName(user.name) }));
}

/**
 * Answers once, to the one who asked; their address is not told.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION where it is answered already
 */
export async function answerQuestion({ db, actor, id, answer }: { db: Db; actor: Actor; id: string; answer: string }) {
  return transaction(db, async (tx) => {
    const question = await tx.eventQuestion.findUnique({
      where: { id },
      select: { text: true, user: { select: { id: true, name: true, email: true } }, event: { select: { id: true, title: true, organizerId: true } } },
    });
    if (!question) throw notFound("question");
    const { event, user, text } = question;
    if (!mayManageEvent(actor, event)) throw new AppError("FORBIDDEN", "Only the event's organizer answers questions about it.");
    const { count } = await tx.eventQuestion.updateMany({ where: { id, answer: null }, data: { answer, answeredAt: new Date() } });
    if (count === 0) throw new AppError("INVALID_TRANSITION", "This question is answered already.");
    await tell(tx, {
      to: user,
      type: "question-answered",
      questionId: id,
      title: `An answer about ${event.title}`,
      body: `You asked: “${text}” The organizer answers: “${answer}”`,
      action: { label: "See the event", path: `/events/${event.id}` },
    });
    return { id };
  });
}
