import { Prisma } from "~/generated/prisma/client";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockEventToClose } from "~/server/services/sale/locks";
import { audit } from "../audit";
import { eachRow, notSetBack } from "../each-row";
import { tellTicketHolders } from "../messages/tell-ticket-holders";

/** An event that says no end is over after so many hours. */
const USUAL_HOURS = 4;
/** Days after its end in which a run still asks for reviews what an earlier one did not. */
const ASK_DAYS = 3;
const BATCH = 100;
const CLOSE = "complete-events";

/**
 * Closes published events whose end has passed, and asks who was there how it was. An event that somebody changes or
 * closes at the same moment is theirs; what a dying run left unasked, the next asks.
 */
export async function completeEnded(input: { db: Db; now?: Date }): Promise<{ completed: number; asked: number }> {
  const { db, now = await databaseNow(db) } = input;
  let completed = 0;
  for (;;) {
    const ended = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Event" e
       WHERE status = 'PUBLISHED' AND coalesce("endsAt", "startsAt" + ${USUAL_HOURS} * interval '1 hour') <= ${now}
         AND ${notSetBack(CLOSE, Prisma.sql`e.id`)}
       ORDER BY "startsAt" LIMIT ${BATCH}`;
    await eachRow({
      db,
      work: CLOSE,
      rows: ended,
      idOf: ({ id }) => id,
      run: async ({ id }) => {
        completed += await close(db, id, now);
      },
    });
    if (ended.length < BATCH) break;
  }
  return { completed, asked: await askForReviews(db, now) };
}

function close(db: Db, id: string, now: Date): Promise<number> {
  return transaction(db, async (tx) => {
    await lockEventToClose(tx, id);
    // The end is looked at again: it may have been moved since the list was read.
    const count = await tx.$executeRaw`
      UPDATE "Event" SET status = 'COMPLETED', "completedAt" = ${now}, "updatedAt" = ${now}
       WHERE id = ${id} AND status = 'PUBLISHED' AND coalesce("endsAt", "startsAt" + ${USUAL_HOURS} * interval '1 hour') <= ${now}`;
    if (count === 0) return 0;
    await audit(tx, {
      actor: null,
      action: "event.complete",
      entity: "event",
      entityId: id,
      before: { status: "PUBLISHED" },
      after: { status: "COMPLETED" },
    });
    return 1;
  });
}

async function askForReviews(db: Db, now: Date): Promise<number> {
  const recent = await db.event.findMany({
    where: {
      status: "COMPLETED",
      startsAt: { lte: now },
      completedAt: { gt: new Date(now.getTime() - ASK_DAYS * 86_400_000), lte: now },
    },
    select: { id: true, title: true },
  });
  let asked = 0;
  await eachRow({
    db,
    work: "ask-for-reviews",
    rows: recent,
    idOf: ({ id }) => id,
    run: async ({ id, title }) => {
      asked += await tellTicketHolders({
        db,
        news: {
          eventId: id,
          type: "review-request",
          title: `How was ${title}?`,
          body: "You were there. A few words help others choose their evening.",
          leadsTo: "event",
          key: "once",
          preference: "reviewRequests",
          confirmedBefore: now,
          notReviewed: true,
        },
      });
    },
  });
  return asked;
}
