import type { BookingStatus } from "~/domain/booking-state";
import { notFound } from "~/domain/errors";
import { maySeeBooking, type Actor } from "~/domain/permissions";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { reasonsOfChange } from "./reasons-of-change";
import { bookingSelect, viewBooking, type BookingView } from "./booking-view";

async function databaseNow(db: Db): Promise<Date> {
  const [{ now }] = await db.$queryRaw<[{ now: Date }]>`SELECT now() AS now`;
  return now;
}

/**
 * One booking, to its buyer.
 * @throws AppError NOT_FOUND, to strangers too
 */
export async function readBooking(input: { db: Db; actor: Actor; bookingId: string }): Promise<BookingView> {
  const { db, actor, bookingId } = input;
  const [row, now] = await Promise.all([
    db.booking.findUnique({ where: { id: bookingId }, select: { ...bookingSelect, userId: true } }),
    databaseNow(db),
  ]);
  if (!row || !maySeeBooking(actor, row)) throw notFound("booking");
  const { userId: _, ...booking } = row;
  return viewBooking(booking, now);
}

/** A booking in its buyer's list; `review` is what they wrote of the event, removed or not. */
type ListedBooking = BookingView & { review: { rating: number; removedAt: Date | null } | null };

export type BookingWhen = "upcoming" | "past" | "ended";

/** The buyer's bookings, a page at a time: upcoming by the event's start, the rest newest first. */
export async function listBookings(input: {
  db: Db;
  actor: Actor;
  status?: BookingStatus;
  when?: BookingWhen;
  page: number;
  limit: number;
}): Promise<{ items: ListedBooking[]; total: number; page: number; pageCount: number }> {
  const { db, actor, page, limit } = input;
  const now = await databaseNow(db);
  const where: Prisma.BookingWhereInput = {
    userId: actor.id,
    AND: [seenByBuyer, input.status ? statusAt(input.status, now) : {}, input.when ? whenAt(input.when, now) : {}],
  };
  const [rows, total] = await Promise.all([
    db.booking.findMany({
      where,
      select: bookingSelect,
      orderBy: input.when === "upcoming" ? [{ event: { startsAt: "asc" } }, { id: "asc" }] : [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    }),
    db.booking.count({ where }),
  ]);
  const reviews = await ownReviews(db, actor.id, rows, now);
  const items = rows.map((row) => ({ ...viewBooking(row, now), review: reviews.get(row.event.id) ?? null }));
  return { items, total, page, pageCount: Math.max(1, Math.ceil(total / limit)) };
}

/**
 * Not what the buyer never called off: a booking that gave way to the next one of the same purchase, when seats or a
 * coupon were changed. Where money came for it all the same, it is part of the history.
 */
const seenByBuyer: Prisma.BookingWhereInput = {
  OR: [
    { status: { not: "CANCELLED" } },
    { confirmedAt: { not: null } },
    { cancelReason: null },
    { cancelReason: { notIn: reasonsOfChange } },
    { payments: { some: { capturedPaise: { gt: 0 } } } },
  ],
};

/** What the buyer wrote of events among these that they have been to, by the event's id. */
async function ownReviews(db: Db, userId: string, rows: { status: BookingStatus; event: { id: string; startsAt: Date } }[], now: Date) {
  const been = rows.filter(({ status, event }) => status === "CONFIRMED" && event.startsAt < now).map(({ event }) => event.id);
  if (been.length === 0) return new Map<string, { rating: number; removedAt: Date | null }>();
  const reviews = await db.review.findMany({ where: { userId, eventId: { in: been } }, select: { eventId: true, rating: true, removedAt: true } });
  return new Map(reviews.map(({ eventId, ...review }) => [eventId, review]));
}

/** A status as people see it: a pending booking past its time is EXPIRED, job or no job. */
function statusAt(status: BookingStatus, now: Date): Prisma.BookingWhereInput {
  if (status === "PENDING") return { status, holdsUntil: { gt: now } };
  if (status === "EXPIRED") return { OR: [{ status }, { status: "PENDING", holdsUntil: { lte: now } }] };
  return { status };
}

function whenAt(when: BookingWhen, now: Date): Prisma.BookingWhereInput {
  const standing: Prisma.BookingWhereInput = { OR: [{ status: "CONFIRMED" }, { status: "PENDING", holdsUntil: { gt: now } }] };
  if (when === "upcoming") return { AND: [standing, { event: { startsAt: { gte: now } } }] };
  if (when === "past") return { status: "CONFIRMED", event: { startsAt: { lt: now } } };
  return { OR: [{ status: { in: ["CANCELLED", "REFUNDED", "EXPIRED"] } }, { status: "PENDING", holdsUntil: { lte: now } }] };
}
