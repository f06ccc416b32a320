import { Prisma } from "~/generated/prisma/client";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";
import { findOrders } from "../orders/find-orders";
import { itemsOfSeat } from "../orders/items-of-seat";
import { searchWords } from "../search-words";

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
           b."bookingNumber", b."confirmedAt", coalesce(b."attendeeName", u.name) AS name, u.email, u.phone
      FROM (SELECT i.* FROM "BookingItem" i WHERE i."eventId" = ${eventId} AND i.live ${which}
             ORDER BY length(i."seatId"), i."seatId" COLLATE "C" LIMIT ${take} OFFSET ${skip}) i
      JOIN "Booking" b ON b.id = i."bookingId" JOIN "User" u ON u.id = b."userId"
     ORDER BY length(i."seatId"), i."seatId" COLLATE "C"`;
}

/** What narrows "BookingItem" i to the tickets that the words fit: those of people or bookings, and seats by their names. */
async function foundBy(db: Db, eventId: string, words: readonly string[]): Promise<Prisma.Sql> {
  const [bookings, items] = await Promise.all([findOrders(db, eventId, words, "CONFIRMED"), itemsOfSeat(db, eventId, words)]);
  const tickets = items.flatMap(({ id, live }) => (live ? [id] : []));
  if (tickets.length === 0) return Prisma.sql`AND i."bookingId" = ANY (${bookings}::text[])`;
  if (bookings.length === 0) return Prisma.sql`AND i.id = ANY (${tickets}::text[])`;
  return Prisma.sql`AND (i."bookingId" = ANY (${bookings}::text[]) OR i.id = ANY (${tickets}::text[]))`;
}
