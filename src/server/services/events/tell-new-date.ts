import { formatWhen } from "~/lib/dates";
import type { Tx } from "~/server/db/db";

type Moved = { id: string; move: string; title: string; startsAt: Date; place: { timeZone: string; city: string } };

/**
 * Tells everyone with a ticket that an event has another date: a notification and a mail each, in two statements
 * however many they are, in the transaction that moves it. Each move is told once (`move`: its entry in the audit
 * log), also one back to a date that was told before.
 */
export async function tellNewDate(tx: Tx, { id, move, title, startsAt, place }: Moved): Promise<void> {
  const words = {
    title: `${title} has a new date`,
    body: `It now begins ${formatWhen(startsAt, place)}. Your tickets stay good.`,
  };
  const key = `event-moved:${move}:`;
  await tx.$executeRaw`
    INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
    SELECT gen_random_uuid()::text, b."userId", 'event-moved', ${words.title}, ${words.body}, '/my-bookings?booking=' || b.id, ${key} || b.id
      FROM "Booking" b WHERE b."eventId" = ${id} AND b.status = 'CONFIRMED'
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
    SELECT gen_random_uuid()::text, 'event-moved', u.email, u.id,
           ${JSON.stringify({ ...words, eventId: id, eventTitle: title, startsAt, ...place })}::jsonb
             || jsonb_build_object('bookingId', b.id, 'bookingNumber', b."bookingNumber", 'name', u.name),
           'mail:' || ${key} || b.id
      FROM "Booking" b JOIN "User" u ON u.id = b."userId"
     WHERE b."eventId" = ${id} AND b.status = 'CONFIRMED'
    ON CONFLICT DO NOTHING`;
}
