import type { Tx } from "~/server/db/db";
import { lockEventsToClose } from "~/server/services/sale/locks";

type Paused = { id: string; title: string };

/**
 * Takes an organizer's events off sale at once: of somebody who was shut out, or is no organizer any more. Whoever has
 * tickets is told, once a pause; tickets stay good, and what is being paid for is finished.
 */
export async function pauseEventsOf({ tx, organizerId, now }: { tx: Tx; organizerId: string; now: Date }): Promise<number> {
  const where = { organizerId, status: "PUBLISHED", pausedAt: null, startsAt: { gt: now } } as const;
  const ids = await tx.event.findMany({ where, select: { id: true } });
  await lockEventsToClose(tx, ids.map((event) => event.id));
  const paused = await tx.$queryRaw<Paused[]>`
    UPDATE "Event" SET "pausedAt" = ${now}, "pausedOffSaleAt" = "offSaleAt", "offSaleAt" = least("offSaleAt", ${now})
     WHERE id = ANY (${ids.map((event) => event.id)}::text[]) AND status = 'PUBLISHED' AND "pausedAt" IS NULL
    RETURNING id, title`;
  for (const event of paused) await tellPaused(tx, event, now);
  return paused.length;
}

/** Puts them back as they were. What was paused and is over, or called off, stays so. */
export async function resumeEventsOf({ tx, organizerId }: { tx: Tx; organizerId: string }): Promise<number> {
  const ids = await tx.event.findMany({ where: { organizerId, pausedAt: { not: null } }, select: { id: true } });
  await lockEventsToClose(tx, ids.map((event) => event.id));
  return tx.$executeRaw`
    UPDATE "Event" SET "offSaleAt" = "pausedOffSaleAt", "pausedAt" = NULL, "pausedOffSaleAt" = NULL
     WHERE id = ANY (${ids.map((event) => event.id)}::text[]) AND "pausedAt" IS NOT NULL`;
}

async function tellPaused(tx: Tx, { id, title }: Paused, now: Date): Promise<void> {
  const words = {
    title: `${title} is not sold for now`,
    body: "We are looking into something with its organizer, so no more tickets are sold. Yours stay good. Should the show not happen, all you paid goes back to you.",
  };
  const key = `event-paused:${id}:${now.getTime()}:`;
  await tx.$executeRaw`
    INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
    SELECT gen_random_uuid()::text, b."userId", 'event-paused', ${words.title}, ${words.body}, '/my-bookings?booking=' || b.id, ${key} || b.id
      FROM "Booking" b WHERE b."eventId" = ${id} AND b.status = 'CONFIRMED'
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
    SELECT gen_random_uuid()::text, 'event-paused', u.email, u.id,
           ${JSON.stringify({ ...words, eventId: id, eventTitle: title })}::jsonb
             || jsonb_build_object('bookingId', b.id, 'bookingNumber', b."bookingNumber", 'name', u.name),
           'mail:' || ${key} || b.id
      FROM "Booking" b JOIN "User" u ON u.id = b."userId"
     WHERE b."eventId" = ${id} AND b.status = 'CONFIRMED'
    ON CONFLICT DO NOTHING`;
}
