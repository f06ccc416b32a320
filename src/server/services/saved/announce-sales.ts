import { Prisma } from "~/generated/prisma/client";
import { formatWhen } from "~/lib/dates";
import type { Db } from "~/server/db/db";
import { eachRow, notSetBack } from "../each-row";

const BATCH = 500;

/**
 * Tells everyone who asked for it that an event's sale is open: once each, by a notification and a mail. Running it twice,
 * or twice at once, tells nobody twice. Events that were called off or have begun are not announced.
 */
export async function announceSales({ db }: { db: Db }): Promise<{ events: number; told: number }> {
  const due = await db.$queryRaw<{ id: string; title: string; startsAt: Date; venue: string; city: string; timeZone: string }[]>`
    SELECT e.id, e.title, e."startsAt", v.name AS venue, v.city, v."timeZone"
      FROM "Event" e JOIN "Venue" v ON v.id = e."venueId"
     WHERE e.status = 'PUBLISHED' AND coalesce(e."onSaleAt", e."publishedAt") <= now() AND coalesce(e."offSaleAt", e."startsAt") > now()
       AND EXISTS (SELECT 1 FROM "SavedEvent" s WHERE s."eventId" = e.id AND s.remind AND s."remindedAt" IS NULL)
       AND ${notSetBack("announce-sales", Prisma.sql`e.id`)}
     ORDER BY e."startsAt"`;
  let [events, told] = [0, 0];
  const run = async ({ id, title, startsAt, venue, city, timeZone }: (typeof due)[number]) => {
    events += 1;
    const words = { title: `${title} is on sale`, body: `Seats can be had now for ${formatWhen(startsAt, { city, timeZone })}, at ${venue}.` };
    for (;;) {
      const some = await tellSome(db, { eventId: id, eventTitle: title, startsAt, venue, city, timeZone, ...words });
      told += some;
      if (some < BATCH) return;
    }
  };
  await eachRow({ db, work: "announce-sales", rows: due, idOf: ({ id }) => id, run });
  return { events, told };
}

type Facts = { eventId: string; title: string; body: string; [fact: string]: unknown };

/** One statement: a run that dies leaves no half-told person. */
async function tellSome(db: Db, facts: Facts): Promise<number> {
  const { eventId, title, body } = facts;
  return db.$executeRaw`
    WITH asked AS (
      SELECT s."userId" FROM "SavedEvent" s
       WHERE s."eventId" = ${eventId} AND s.remind AND s."remindedAt" IS NULL ORDER BY s."userId" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    ), noted AS (
      UPDATE "SavedEvent" s SET remind = false, "remindedAt" = now() FROM asked a WHERE s."userId" = a."userId" AND s."eventId" = ${eventId}
      RETURNING s."userId", s."remindedAt"
    ), person AS (
      SELECT u.id, u.name, u.email, 'sale-open:' || ${eventId} || ':' || u.id || ':' || extract(epoch FROM n."remindedAt") AS key
        FROM noted n JOIN "User" u ON u.id = n."userId" AND u."deletedAt" IS NULL
    ), notified AS (
      INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
      SELECT gen_random_uuid()::text, id, 'sale-open', ${title}, ${body}, '/events/' || ${eventId}, key FROM person ON CONFLICT DO NOTHING
    )
    INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
    SELECT gen_random_uuid()::text, 'sale-open', email, id, ${JSON.stringify(facts)}::jsonb || jsonb_build_object('name', name), 'mail:' || key
      FROM person ON CONFLICT DO NOTHING`;
}
