import { AppError } from "~/domain/errors";
import { personOf, type Actor } from "~/domain/permissions";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { rateLimit } from "~/server/rate-limit";
import { audit } from "../audit";
import { managedEvent } from "~/server/services/rights/event-rules";
import { renderMail } from "../mail/render";

type Letter = { eventId: string; sectionIds: string[]; subject: string; body: string };
type Base = { db: Db; actor: Actor };

/** Letters about one event in a day: enough for every change of plan, too few to pester. */
const A_DAY = 5;

const ORGANIZER_MESSAGE = "organizer-message";

/**
 * The mail as it would look, and how many people would get it.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION (a draft or a cancelled event)
 */
export async function previewMessage({ db, actor, ...letter }: Base & Letter) {
  const event = await writableEvent(db, actor, letter.eventId);
  const [[row], venue] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`SELECT count(DISTINCT b."userId")::int AS count FROM "Booking" b WHERE ${holders(letter)}`,
    db.venue.findUniqueOrThrow({ where: { id: event.venueId }, select: { name: true, city: true, timeZone: true } }),
  ]);
  const facts = { eventTitle: event.title, startsAt: event.startsAt.toISOString(), venue: venue.name, city: venue.city, timeZone: venue.timeZone };
  const { html } = renderMail(ORGANIZER_MESSAGE, { ...facts, title: letter.subject, body: letter.body, name: "there", bookingId: "preview" });
  return { recipientCount: row?.count ?? 0, html };
}

/**
 * Writes to everyone with tickets, or with seats in some sections: a notification and a mail each, however many
 * bookings they have. The same request sends nothing twice; one that died half-way is finished by asking again.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, RATE_LIMITED
 */
export async function sendMessage({ db, actor, requestKey, ...letter }: Base & Letter & { requestKey: string }) {
  await writableEvent(db, actor, letter.eventId);
  const known = await db.attendeeMessage.findUnique({ where: { requestKey }, select: kept });
  if (known && known.eventId !== letter.eventId) throw new AppError("INVALID_INPUT", "That request was for another event.", { field: "requestKey" });
  const message = known ?? (await keep({ db, actor, requestKey, ...letter }));
  return { id: message.id, recipientCount: await tell(db, message) };
}

const kept = { id: true, eventId: true, sectionIds: true, subject: true, body: true } as const;

async function keep({ db, actor, eventId, sectionIds, subject, body, requestKey }: Base & Letter & { requestKey: string }) {
  await rateLimit({ db, name: "attendee-message", key: eventId, points: A_DAY, seconds: 86_400 });
  return transaction(db, async (tx) => {
    const message = await tx.attendeeMessage.create({ data: { eventId, sectionIds, subject, body, requestKey, sentById: personOf(actor) }, select: kept });
    await audit(tx, { actor, action: "event.message", entity: "event", entityId: eventId, after: { subject } });
    return message;
  });
}

/** Tells all who have not been told, in one statement: nobody is told by half. @returns how many were told by now */
async function tell(db: Db, { id, eventId, subject, body, ...audience }: Letter & { id: string }): Promise<number> {
  const key = `${ORGANIZER_MESSAGE}:${id}:`;
  const [row] = await db.$queryRaw<{ recipientCount: number }[]>`
    WITH holder AS MATERIALIZED (
      SELECT DISTINCT ON (b."userId") b."userId", u.email,
             jsonb_build_object('title', ${subject}::text, 'body', ${body}::text, 'name', u.name, 'bookingId', b.id,
               'bookingNumber', b."bookingNumber", 'eventId', e.id, 'eventTitle', e.title, 'startsAt', e."startsAt",
               'venue', v.name, 'city', v.city, 'timeZone', v."timeZone") AS payload
        FROM "Booking" b JOIN "User" u ON u.id = b."userId" JOIN "Event" e ON e.id = b."eventId" JOIN "Venue" v ON v.id = e."venueId"
       WHERE ${holders({ eventId, ...audience })} AND u."deletedAt" IS NULL
       ORDER BY b."userId", b."confirmedAt", b.id
    ), notified AS (
      INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
      SELECT gen_random_uuid()::text, "userId", ${ORGANIZER_MESSAGE}, ${subject}, left(${body}, 500), '/tickets/' || (payload ->> 'bookingId'), ${key} || "userId" FROM holder
      ON CONFLICT DO NOTHING
    ), mailed AS (
      INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
      SELECT gen_random_uuid()::text, ${ORGANIZER_MESSAGE}, email, "userId", payload, 'mail:' || ${key} || "userId" FROM holder
      ON CONFLICT DO NOTHING RETURNING 1
    )
    UPDATE "AttendeeMessage" SET "recipientCount" = "recipientCount" + (SELECT count(*) FROM mailed)::int WHERE id = ${id} RETURNING "recipientCount"`;
  return row?.recipientCount ?? 0;
}

/** Bookings (b) that stand, with seats where the letter goes. */
function holders({ eventId, sectionIds }: Pick<Letter, "eventId" | "sectionIds">): Prisma.Sql {
  const there = Prisma.sql`EXISTS (SELECT 1 FROM "BookingItem" i JOIN "Seat" s ON s.id = i."seatId"
    WHERE i."bookingId" = b.id AND i.live AND s."sectionId" = ANY (${sectionIds}::text[]))`;
  return Prisma.sql`b."eventId" = ${eventId} AND b.status = 'CONFIRMED' AND ${sectionIds.length === 0 ? Prisma.sql`TRUE` : there}`;
}

/** What was written to an event's attendees, the newest first. @throws AppError NOT_FOUND, FORBIDDEN */
export async function listMessages({ db, actor, eventId, page, limit }: Base & { eventId: string; page: number; limit: number }) {
  const event = await managedEvent(db, actor, eventId);
  const where = { eventId };
  const [items, total, sections] = await Promise.all([
    db.attendeeMessage.findMany({
      where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (page - 1) * limit, take: limit,
      select: { id: true, subject: true, body: true, sectionIds: true, recipientCount: true, createdAt: true },
    }),
    db.attendeeMessage.count({ where }),
    db.eventSection.findMany({ where, orderBy: { position: "asc" }, select: { sectionId: true, name: true } }),
  ]);
  const open = event.status === "PUBLISHED" || event.status === "COMPLETED";
  return { items, total, page, pageCount: Math.ceil(total / limit), sections, open };
}

async function writableEvent(db: Db, actor: Actor, eventId: string) {
  const event = await managedEvent(db, actor, eventId);
  if (event.status !== "PUBLISHED" && event.status !== "COMPLETED") {
    throw new AppError("INVALID_TRANSITION", "Only who has tickets can be written to, and this event has none that stand.");
  }
  return event;
}
