import { calendarFile } from "~/domain/calendar-file";
import { notFound } from "~/domain/errors";
import { maySeeBooking, type Actor } from "~/domain/permissions";
import { nameInSection } from "~/domain/seating/seat-name";
import { env } from "~/env";
import { addressOf } from "~/lib/address";
import { listOf } from "~/lib/words";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";

const eventSelect = {
  id: true,
  slug: true,
  title: true,
  subtitle: true,
  status: true,
  organizerId: true,
  startsAt: true,
  endsAt: true,
  createdAt: true,
  updatedAt: true,
  venue: { select: { name: true, address: true, city: true, timeZone: true } },
} as const;

export type CalendarFile = { fileName: string; text: string };

/** An evening without an end keeps three hours free. */
const USUAL_MS = 3 * 3_600_000;

type EventRow = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  venue: { name: string; address: string; city: string; timeZone: string };
};

/** What an event gives to any entry about it. The sequence is its age in seconds at its last change. */
function entryOf(event: EventRow) {
  const { startsAt, venue, createdAt, updatedAt } = event;
  return {
    sequence: Math.max(0, Math.floor((updatedAt.getTime() - createdAt.getTime()) / 1_000)),
    title: event.title,
    location: `${venue.name}, ${addressOf(venue)}`,
    startsAt,
    endsAt: event.endsAt ?? new Date(startsAt.getTime() + USUAL_MS),
    timeZone: venue.timeZone,
    changedAt: updatedAt,
  };
}

/**
 * An event as a calendar file.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function eventCalendar({ db, actor, id }: { db: Db; actor: Actor | null; id: string }): Promise<CalendarFile> {
  const event = await db.event.findUnique({ where: { id }, select: eventSelect });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  const url = `${env.APP_URL}/events/${event.id}`;
  const text = calendarFile({
    ...entryOf(event),
    uid: `event-${event.id}@aisle`,
    description: [event.subtitle, url].filter(Boolean).join("\n"),
    url,
    cancelled: event.status === "CANCELLED",
  });
  return { fileName: `${event.slug}.ics`, text };
}

/**
 * A booking as a calendar file, with its seats, to its buyer. It ends with the booking: then the file is a cancellation.
 * @throws AppError NOT_FOUND, to strangers and for what was never confirmed
 */
export async function bookingCalendar({ db, actor, bookingId }: { db: Db; actor: Pick<Actor, "id">; bookingId: string }): Promise<CalendarFile> {
  const booking = await db.booking.findUnique({
    where: { id: bookingId },
    select: {
      id: true,
      userId: true,
      bookingNumber: true,
      status: true,
      confirmedAt: true,
      cancelledAt: true,
      items: { orderBy: { seatId: "asc" }, select: { sectionName: true, rowLabel: true, seatLabel: true } },
      event: { select: eventSelect },
    },
  });
  if (!booking?.confirmedAt || !maySeeBooking({ ...actor, role: "USER" }, booking)) throw notFound("booking");
  const { event, cancelledAt } = booking;
  const cancelled = booking.status !== "CONFIRMED" || event.status === "CANCELLED";
  const changedAt = cancelledAt && cancelledAt > event.updatedAt ? cancelledAt : event.updatedAt;
  const url = `${env.APP_URL}/tickets/${booking.id}`;
  const seats = listOf(booking.items.map(nameInSection));
  const entry = entryOf({ ...event, updatedAt: changedAt });
  const text = calendarFile({
    ...entry,
    // The cancellation is one change more than the last that was told.
    sequence: entry.sequence + (cancelled ? 1 : 0),
    uid: `booking-${booking.id}@aisle`,
    description: `${seats}\nBooking ${booking.bookingNumber}\n${url}`,
    url,
    cancelled,
  });
  return { fileName: `${event.slug}-${booking.bookingNumber}.ics`, text };
}
