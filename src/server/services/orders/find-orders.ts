import { mayBeOfBookingNumber } from "~/domain/booking-number";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { containing } from "../search-words";
import { itemsOfSeat } from "./items-of-seat";

/** Bookings of the event that all words fit, by people, attendees, booking numbers or seats; in any state unless `only` says. */
export async function findOrders(db: Db, eventId: string, words: readonly string[], only: "CONFIRMED" | null = null): Promise<string[]> {
  const [people, seats] = await Promise.all([bookingsOf(db, eventId, words, only), only ? [] : itemsOfSeat(db, eventId, words)]);
  return [...new Set([...people, ...seats.map((item) => item.bookingId)])];
}

/** By the people whom every word fits, and by booking numbers where it may be of one. */
async function bookingsOf(db: Db, eventId: string, words: readonly string[], only: "CONFIRMED" | null): Promise<string[]> {
  const state = only ? Prisma.sql`AND b.status = 'CONFIRMED'` : Prisma.empty;
  const fits = words.map((word) => {
    const like = `%${containing(word).contains}%`;
    const people = Prisma.sql`b."userId" IN (SELECT u.id FROM "User" u WHERE plain_words(u.name) LIKE plain_words(${like}) OR u.email ILIKE ${like})`;
    return mayBeOfBookingNumber(word) ? Prisma.sql`(b."bookingNumber" ILIKE ${like} OR ${people})` : people;
  });
  const renamed = words.map((word) => Prisma.sql`plain_words(b."attendeeName") LIKE plain_words(${`%${containing(word).contains}%`})`);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM "Booking" b WHERE b."eventId" = ${eventId} ${state} AND ${Prisma.join(fits, " AND ")}
    UNION
    SELECT b.id FROM "Booking" b WHERE b."eventId" = ${eventId} ${state} AND b."attendeeName" IS NOT NULL AND ${Prisma.join(renamed, " AND ")}`;
  return rows.map((row) => row.id);
}
