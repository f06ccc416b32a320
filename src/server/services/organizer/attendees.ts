import { CSV_BOM, csvLine } from "~/domain/csv";
import type { Actor } from "~/domain/permissions";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db";
import { managedEvent } from "../events/event-rules";
import { containing, searchWords } from "../search-words";

/** Tickets in one piece of the CSV. */
const PIECE = 2_000;

const select = {
  id: true,
  bookingId: true,
  sectionName: true,
  rowLabel: true,
  seatLabel: true,
  pricePaise: true,
  checkedInAt: true,
  booking: {
    select: {
      bookingNumber: true,
      confirmedAt: true,
      user: { select: { name: true, email: true, phone: true } },
    },
  },
} as const;

type Row = Prisma.BookingItemGetPayload<{ select: typeof select }>;

/**
 * Who comes, a line a ticket, in the order of sale; found by name, address or booking number.
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
  const where: Prisma.BookingItemWhereInput = {
    eventId,
    live: true,
    AND: searchWords(search).map((word) => ({
      booking: {
        OR: [
          { bookingNumber: containing(word) },
          { user: { name: containing(word) } },
          { user: { email: containing(word) } },
        ],
      },
    })),
  };
  const [total, rows] = await Promise.all([
    db.bookingItem.count({ where }),
    db.bookingItem.findMany({ where, select, orderBy: { id: "asc" }, skip: (page - 1) * limit, take: limit }),
  ]);
  return { items: rows.map(toAttendee), total, page, pageCount: Math.ceil(total / limit) };
}

/**
 * The attendee list as CSV, piece by piece, so that 50,000 tickets are never in memory at once; every piece is
 * allowed anew. The first has the heading; `nextCursor` null: that was the last.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function attendeesCsv(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  cursor?: string;
  pieceSize?: number;
}) {
  const { db, actor, eventId, cursor, pieceSize = PIECE } = input;
  const { slug } = await managedEvent(db, actor, eventId);
  const rows = await db.bookingItem.findMany({
    where: { eventId, live: true, ...(cursor && { id: { gt: cursor } }) },
    select,
    orderBy: { id: "asc" },
    take: pieceSize,
  });
  const lines = rows.map(toAttendee).map(toLine);
  const heading = cursor
    ? ""
    : CSV_BOM +
      csvLine([
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
      ]);
  return {
    fileName: `${slug}-attendees.csv`,
    csv: heading + lines.join(""),
    nextCursor: rows.length === pieceSize ? (rows.at(-1)?.id ?? null) : null,
  };
}

function toAttendee({ booking, ...ticket }: Row) {
  const { user, ...facts } = booking;
  return { ...ticket, ...facts, ...user };
}

function toLine(row: ReturnType<typeof toAttendee>): string {
  const at = (time: Date | null) => time?.toISOString().slice(0, 16).replace("T", " ") ?? null;
  const {
    bookingNumber,
    name,
    email,
    phone,
    sectionName,
    rowLabel,
    seatLabel,
    pricePaise,
    confirmedAt,
    checkedInAt,
  } = row;
  const price = (pricePaise / 100).toFixed(2);
  return csvLine([
    bookingNumber,
    name,
    email,
    phone,
    sectionName,
    rowLabel,
    seatLabel,
    price,
    at(confirmedAt),
    at(checkedInAt),
  ]);
}
