import { Prisma } from "~/generated/prisma/client";
import { mayBeOfBookingNumber } from "~/domain/booking-number";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { managedEvent } from "../events/event-rules";
import { containing, searchWords } from "../search-words";
import { ticketsOfSeat } from "./tickets-of-seat";

/** A ticket that stands, and who bought it. */
export type Attendee = {
  id: string;
  seatId: string;
  bookingId: string;
  sectionName: string;
  rowLabel: string;
  seatLabel: string;
  pricePaise: number;
  checkedInAt: Date | null;
  bookingNumber: string;
  confirmedAt: Date | null;
  name: string;
  email: string;
  phone: string | null;
};

/**
 * Who comes, a line a ticket, in the order of the plan; found by name (accents or not), address, booking number or seat.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function listAttendees(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  search?: string;
  page: number;
  limit: number;
}) {
  const { db, actor, eventId, search, page, limit } = input;
  await managedEvent(db, actor, eventId);
  const words = searchWords(search);
  const among = words.length > 0 ? await foundBy(db, eventId, words) : Prisma.empty;
  const [[counted], items] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM "BookingItem" i WHERE i."eventId" = ${eventId} AND i.live ${among}`,
    readAttendees({ db, eventId, which: among, skip: (page - 1) * limit, take: limit }),
  ]);
  const total = counted?.total ?? 0;
  return { items, total, page, pageCount: Math.ceil(total / limit) };
}

/** Tickets of an event that stand, in the order of the plan. `which` narrows "BookingItem" i further. */
export function readAttendees(input: {
  db: Db;
  eventId: string;
  which: Prisma.Sql;
  skip: number;
  take: number;
}): Promise<Attendee[]> {
  const { db, eventId, which, skip, take } = input;
  return db.$queryRaw<Attendee[]>`
    SELECT i.id, i."seatId", i."bookingId", i."sectionName", i."rowLabel", i."seatLabel", i."pricePaise", i."checkedInAt",
           b."bookingNumber", b."confirmedAt", u.name, u.email, u.phone
      FROM (SELECT i.* FROM "BookingItem" i WHERE i."eventId" = ${eventId} AND i.live ${which}
             ORDER BY length(i."seatId"), i."seatId" COLLATE "C" LIMIT ${take} OFFSET ${skip}) i
      JOIN "Booking" b ON b.id = i."bookingId" JOIN "User" u ON u.id = b."userId"
     ORDER BY length(i."seatId"), i."seatId" COLLATE "C"`;
}

/** What narrows "BookingItem" i to the tickets that the words fit: those of people or bookings, and seats by their names. */
async function foundBy(db: Db, eventId: string, words: readonly string[]): Promise<Prisma.Sql> {
  const [bookings, tickets] = await Promise.all([bookingsOf(db, eventId, words), ticketsOfSeat(db, eventId, words)]);
  if (tickets.length === 0) return Prisma.sql`AND i."bookingId" = ANY (${bookings}::text[])`;
  if (bookings.length === 0) return Prisma.sql`AND i.id = ANY (${tickets}::text[])`;
  return Prisma.sql`AND (i."bookingId" = ANY (${bookings}::text[]) OR i.id = ANY (${tickets}::text[]))`;
}

/** Bookings of the event that every word fits: by the people it fits, and by booking numbers where it may be of one. */
async function bookingsOf(db: Db, eventId: string, words: readonly string[]): Promise<string[]> {
  const fits = words.map((word) => {
    const like = `%${containing(word).contains}%`;
    const people = Prisma.sql`b."userId" IN (SELECT u.id FROM "User" u WHERE plain_words(u.name) LIKE plain_words(${like}) OR u.email ILIKE ${like})`;
    return mayBeOfBookingNumber(word) ? Prisma.sql`(b."bookingNumber" ILIKE ${like} OR ${people})` : people;
  });
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM "Booking" b WHERE b."eventId" = ${eventId} AND b.status = 'CONFIRMED' AND ${Prisma.join(fits, " AND ")}`;
  return rows.map((row) => row.id);
}
