import { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { containing, searchWords } from "../search-words";
import { openDoor, type DoorActor } from "./open-door";

type Request = DoorActor & { db: Db; eventId: string; text: string; installation?: string };

export type FoundTicket = {
  itemId: string;
  name: string;
  bookingNumber: string;
  sectionName: string;
  rowLabel: string;
  seatLabel: string;
  checkedInAt: Date | null;
  insideSince: Date | null;
};

/**
 * Tickets by name, booking number or seat ("C 12"), for supervisors: 20 at most.
 * @throws AppError UNAUTHORIZED; FORBIDDEN for stewards too; NOT_FOUND
 */
export async function searchDoor({ db, actor, doorToken, eventId, text, installation }: Request): Promise<FoundTicket[]> {
  const { role } = await openDoor({ db, actor, doorToken, eventId, installation });
  if (role !== "SUPERVISOR") throw new AppError("FORBIDDEN", "Only supervisors may look up names. Ask one to come over.");
  const words = searchWords(text);
  if (words.length === 0) return [];
  const fits = words.map((word) => {
    const like = `%${containing(word).contains}%`;
    return Prisma.sql`(coalesce(b."attendeeName", u.name) ILIKE ${like} OR b."bookingNumber" ILIKE ${like} OR i."rowLabel" ILIKE ${word} OR i."seatLabel" ILIKE ${word}
      OR concat(i."rowLabel", i."seatLabel") ILIKE ${word} OR i."sectionName" ILIKE ${like})`;
  });
  return db.$queryRaw<FoundTicket[]>`
    SELECT i.id AS "itemId", coalesce(b."attendeeName", u.name) AS name, b."bookingNumber", i."sectionName", i."rowLabel", i."seatLabel", i."checkedInAt", i."insideSince"
      FROM "BookingItem" i JOIN "Booking" b ON b.id = i."bookingId" JOIN "User" u ON u.id = b."userId"
     WHERE i."eventId" = ${eventId} AND i.live AND ${Prisma.join(fits, " AND ")}
     ORDER BY name, i.id LIMIT 20`;
}
