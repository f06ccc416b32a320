import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { containing } from "../search-words";

/** Longer than any seat's name that somebody types in one word. */
const LONGEST = 30;

/**
 * What was ever sold or being sold of the seats that somebody named: "C12", "1-12", "stalls c12". The last word with a
 * digit is the seat, all others are of its section; none where no word is a seat's.
 */
export async function itemsOfSeat(db: Db, eventId: string, words: readonly string[]): Promise<{ id: string; bookingId: string; live: boolean }[]> {
  const seat = words.findLast((word) => /\d/.test(word) && word.length <= LONGEST);
  if (!seat) return [];
  const sections = words
    .filter((word) => word !== seat)
    .map((word) => Prisma.sql`AND i."sectionName" ILIKE ${`%${containing(word).contains}%`}`);
  // "1-12" is row 1; without its dash it may be row 11 as well.
  const dashed = seat.includes("-") ? Prisma.sql`AND upper(i."rowLabel" || '-' || i."seatLabel") = upper(${seat})` : Prisma.empty;
  return db.$queryRaw<{ id: string; bookingId: string; live: boolean }[]>`
    SELECT i.id, i."bookingId", i.live FROM "BookingItem" i
     WHERE i."eventId" = ${eventId} AND seat_key(i."rowLabel", i."seatLabel") = seat_key(${seat}, '') ${dashed}
       ${sections.length > 0 ? Prisma.join(sections, " ") : Prisma.empty}`;
}
