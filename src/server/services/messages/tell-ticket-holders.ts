import type { PreferenceKey } from "~/domain/preferences";
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
    const count = await tellSome(db, news);
    told += count;
    if (count < BATCH) return told;
  }
}

/** Both rows in one statement: a run that dies leaves no half-told person. */
function tellSome(db: Db, news: News): Promise<number> {
  const { eventId, type, title, body, preference } = news;
  const key = `${type}:${news.key}:${eventId}:`;
  const leadsToTickets = news.leadsTo === "tickets";
  return db.$executeRaw`
    WITH holder AS (
      SELECT DISTINCT ON (b."userId")
             b.id AS "bookingId", b."bookingNumber", u.id AS "userId", u.name, u.email,
             e.title AS "eventTitle", e."startsAt", v.name AS venue, v.city, v."timeZone",
             (SELECT jsonb_agg(i."sectionName" || ' ' || i."rowLabel" || i."seatLabel" ORDER BY i."seatId")
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
       LIMIT ${BATCH}
    ), notified AS (
      INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
      SELECT gen_random_uuid()::text, "userId", ${type}, ${title}, ${body},
             CASE WHEN ${leadsToTickets} THEN '/tickets/' || "bookingId" ELSE '/events/' || ${eventId} || '#reviews' END, ${key} || "userId"
        FROM holder
      ON CONFLICT DO NOTHING
    )
    INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
    SELECT gen_random_uuid()::text, ${type}, email, "userId",
           jsonb_build_object('title', ${title}::text, 'body', ${body}::text, 'name', name, 'bookingId', "bookingId", 'bookingNumber', "bookingNumber",
             'eventId', ${eventId}::text, 'eventTitle', "eventTitle", 'startsAt', to_char("startsAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'venue', venue, 'city', city, 'timeZone', "timeZone", 'seats', coalesce(seats, '[]'::jsonb)),
           'mail:' || ${key} || "userId"
      FROM holder
    ON CONFLICT DO NOTHING`;
}
