import type { PreferenceKey } from "~/domain/preferences";
import { nameInSection } from "~/domain/seating/seat-name";
import type { Db } from "~/server/db/db";

export type News = {
  eventId: string;
  /** The notification's type and the mail's template. */
  type: "reminder-day" | "reminder-hours" | "review-request";
  title: string;
  body: string;
  /** Where the notification leads: to each one's tickets, or to the event. */
  leadsTo: "tickets" | "event";
  /** Tells this news from the next of its kind. The same is told each person once an event. */
  key: string;
  preference: PreferenceKey;
  /** Only who bought before: nobody is reminded of what they have just booked. */
  confirmedBefore: Date;
  /** Leaves out who has reviewed the event. */
  notReviewed?: boolean;
};

const BATCH = 500;

/**
 * Writes a notification and a mail to everyone who holds tickets and wants such news, a batch at a time. A person with
 * two bookings is told once. Running it twice, or twice at once, tells nobody twice. Answers with how many were told.
 */
export async function tellTicketHolders({ db, news }: { db: Db; news: News }): Promise<number> {
  let told = 0;
  for (;;) {
    const batch = await tellSome(db, news);
    told += batch.told;
    if (batch.found < BATCH) return told;
  }
}

type Holder = {
  bookingId: string;
  bookingNumber: string;
  userId: string;
  name: string;
  email: string;
  eventTitle: string;
  startsAt: Date;
  venue: string;
  city: string;
  timeZone: string;
  seats: { sectionName: string; rowLabel: string; seatLabel: string }[];
};

async function tellSome(db: Db, news: News): Promise<{ found: number; told: number }> {
  const { eventId, type, title, body } = news;
  const key = `${type}:${news.key}:${eventId}:`;
  const holders = await untold(db, news, key);
  const messages = holders.map(({ userId, email, ...facts }) => ({
    userId,
    email,
    href: news.leadsTo === "tickets" ? `/tickets/${facts.bookingId}` : `/events/${eventId}#reviews`,
    key: key + userId,
    payload: { ...facts, title, body, eventId, seats: facts.seats.map(nameInSection) },
  }));
  if (messages.length === 0) return { found: 0, told: 0 };
  // Both rows in one statement: a run that dies leaves no half-told person.
  const told = await db.$executeRaw`
    WITH message AS (
      SELECT m.* FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
               AS m("userId" text, email text, href text, key text, payload jsonb)
        JOIN "User" u ON u.id = m."userId" AND u."deletedAt" IS NULL
    ), notified AS (
      INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
      SELECT gen_random_uuid()::text, "userId", ${type}, ${title}, ${body}, href, key FROM message
      ON CONFLICT DO NOTHING
    )
    INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
    SELECT gen_random_uuid()::text, ${type}, email, "userId", payload, 'mail:' || key FROM message
    ON CONFLICT DO NOTHING`;
  return { found: holders.length, told };
}

/** The next who have not been told. */
function untold(db: Db, news: News, key: string): Promise<Holder[]> {
  const { eventId, preference } = news;
  return db.$queryRaw<Holder[]>`
    SELECT DISTINCT ON (b."userId")
           b.id AS "bookingId", b."bookingNumber", u.id AS "userId", u.name, u.email,
           e.title AS "eventTitle", e."startsAt", v.name AS venue, v.city, v."timeZone",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'sectionName', i."sectionName", 'rowLabel', i."rowLabel", 'seatLabel', i."seatLabel") ORDER BY i."seatId"), '[]')
              FROM "BookingItem" i WHERE i."bookingId" = b.id AND i.live) AS seats
      FROM "Booking" b
      JOIN "User" u ON u.id = b."userId"
      JOIN "Event" e ON e.id = b."eventId"
      JOIN "Venue" v ON v.id = e."venueId"
     WHERE b."eventId" = ${eventId} AND b.status = 'CONFIRMED' AND b."confirmedAt" < ${news.confirmedBefore}
       AND u."deletedAt" IS NULL
       AND coalesce(u.preferences ->> ${preference}, 'true') <> 'false'
       AND NOT EXISTS (SELECT 1 FROM "OutboxMessage" o WHERE o."dedupeKey" = 'mail:' || ${key} || u.id)
       AND NOT (${news.notReviewed ?? false} AND EXISTS (SELECT 1 FROM "Review" r WHERE r."eventId" = b."eventId" AND r."userId" = u.id))
     ORDER BY b."userId", b."confirmedAt"
     LIMIT ${BATCH}`;
}
