import { CSV_BOM, csvLine } from "~/domain/csv";
import { personOf, type Actor } from "~/domain/permissions";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";
import { noteSecurity } from "../security/note";
import { readAttendees, type Attendee } from "./attendees";

/** Tickets in one piece. */
const PIECE = 2_000;

const heading = [
  "Booking",
  "Name",
  "Email",
  "Phone",
  "Section",
  "Row",
  "Seat",
  "Price (INR)",
  "Booked (UTC)",
  "Checked in (UTC)",
];

/**
 * The attendee list as CSV, piece by piece, so that 50,000 tickets are never in memory at once; every piece is
 * allowed anew. The first has the heading; `nextCursor` null: that was the last.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function attendeesCsv(input: {
  db: Db;
  actor: Actor;
  ip?: string;
  eventId: string;
  cursor?: string;
  pieceSize?: number;
}) {
  const { db, actor, ip, eventId, cursor, pieceSize = PIECE } = input;
  const { slug } = await managedEvent(db, actor, eventId);
  if (!cursor) await noteSecurity({ db, kind: "data-exported", userId: personOf(actor), ip, facts: { what: "attendees", eventId } });
  const which = cursor ? Prisma.sql`AND (length(i."seatId"), i."seatId" COLLATE "C") > (length(${cursor}), ${cursor})` : Prisma.empty;
  const rows = await readAttendees({ db, eventId, which, skip: 0, take: pieceSize });
  const lines = rows.map(toLine);
  return {
    fileName: `${slug}-attendees.csv`,
    csv: (cursor ? "" : CSV_BOM + csvLine(heading)) + lines.join(""),
    nextCursor: rows.length === pieceSize ? (rows.at(-1)?.seatId ?? null) : null,
  };
}

function toLine(ticket: Attendee): string {
  const { bookingNumber, name, email, phone, sectionName, rowLabel, seatLabel } = ticket;
  const price = (ticket.pricePaise / 100).toFixed(2);
  const times = [ticket.confirmedAt, ticket.checkedInAt].map(
    (time) => time?.toISOString().slice(0, 16).replace("T", " ") ?? null,
  );
  return csvLine([bookingNumber, name, email, phone, sectionName, rowLabel, seatLabel, price, ...times]);
}
