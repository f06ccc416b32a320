import { notFound } from "~/domain/errors";
import { nameInSection } from "~/domain/seating/seat-name";
import type { Tx } from "~/server/db/db";

/** What a mail about a booking says of it; instants in ISO, UTC; money in paise. */
export type BookingFacts = {
  bookingId: string;
  bookingNumber: string;
  userId: string;
  name: string;
  email: string;
  eventId: string;
  eventTitle: string;
  startsAt: string;
  timeZone: string;
  venue: string;
  city: string;
  seats: string[];
  subtotalPaise: number;
  discountPaise: number;
  taxPaise: number;
  totalPaise: number;
  /** The organizer's own words for who comes. */
  note: string | null;
};

/** @throws AppError NOT_FOUND */
export async function bookingFacts(tx: Tx, bookingId: string): Promise<BookingFacts> {
  const booking = await tx.booking.findUnique({
    where: { id: bookingId },
    select: {
      id: true,
      bookingNumber: true,
      subtotalPaise: true,
      discountPaise: true,
      taxPaise: true,
      totalPaise: true,
      user: { select: { id: true, name: true, email: true } },
      event: { select: { id: true, title: true, startsAt: true, confirmationNote: true, venue: { select: { name: true, city: true, timeZone: true } } } },
      items: { select: { sectionName: true, rowLabel: true, seatLabel: true }, orderBy: { seatId: "asc" } },
    },
  });
  if (!booking) throw notFound("booking");
  const { user, event, items, id, ...sums } = booking;
  return {
    bookingId: id,
    ...sums,
    userId: user.id,
    name: user.name,
    email: user.email,
    eventId: event.id,
    eventTitle: event.title,
    startsAt: event.startsAt.toISOString(),
    timeZone: event.venue.timeZone,
    venue: event.venue.name,
    city: event.venue.city,
    note: event.confirmationNote,
    seats: items.map(nameInSection),
  };
}
