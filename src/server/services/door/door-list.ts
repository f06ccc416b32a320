import { CSV_BOM, csvLine } from "~/domain/csv";
import { personOf, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";
import { noteSecurity } from "../security/note";
import { drawDoorList } from "./door-list-pdf";

type Request = { db: Db; actor: Actor; ip?: string; eventId: string };

export type DoorListRow = { sectionName: string; name: string; rowLabel: string; seatLabel: string; bookingNumber: string; checkedInAt: Date | null };

/** Who comes, by section and name: for when all else fails. */
async function readDoorList({ db, actor, ip, eventId }: Request) {
  const event = await managedEvent(db, actor, eventId);
  await noteSecurity({ db, kind: "data-exported", userId: personOf(actor), ip, facts: { what: "door list", eventId } });
  const venue = await db.venue.findUniqueOrThrow({ where: { id: event.venueId }, select: { name: true, timeZone: true } });
  const rows = await db.$queryRaw<DoorListRow[]>`
    SELECT i."sectionName", u.name, i."rowLabel", i."seatLabel", b."bookingNumber", i."checkedInAt"
      FROM "BookingItem" i JOIN "Booking" b ON b.id = i."bookingId" JOIN "User" u ON u.id = b."userId"
      LEFT JOIN "EventSection" s ON s."eventId" = i."eventId" AND s."sectionId" = i."sectionId"
     WHERE i."eventId" = ${eventId} AND i.live
     ORDER BY s.position, i."sectionName", lower(u.name), u.name, b."bookingNumber", i."seatId"`;
  return { event: { ...event, venue }, rows };
}

/** The door list as CSV. @throws AppError NOT_FOUND, FORBIDDEN */
export async function doorListCsv(request: Request): Promise<{ fileName: string; csv: string }> {
  const { event, rows } = await readDoorList(request);
  const lines = rows.map(({ sectionName, name, rowLabel, seatLabel, bookingNumber, checkedInAt }) =>
    csvLine([sectionName, name, rowLabel, seatLabel, bookingNumber, checkedInAt?.toISOString().slice(0, 16).replace("T", " ") ?? null]),
  );
  const heading = csvLine(["Section", "Name", "Row", "Seat", "Booking", "Checked in (UTC)"]);
  return { fileName: `${event.slug}-door-list.csv`, csv: CSV_BOM + heading + lines.join("") };
}

/** The door list on paper, A4, with a box to tick for each ticket. @throws AppError NOT_FOUND, FORBIDDEN */
export async function doorListPdf(request: Request): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { event, rows } = await readDoorList(request);
  return { fileName: `${event.slug}-door-list.pdf`, bytes: await drawDoorList(event, rows) };
}
