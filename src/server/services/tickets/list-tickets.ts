import { AppError, notFound } from "~/domain/errors";
import { maySeeBooking, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { drawQr } from "./qr";
import { signTicket } from "./sign-ticket";

const select = {
  id: true,
  bookingNumber: true,
  status: true,
  userId: true,
  totalPaise: true,
  user: { select: { name: true } },
  items: {
    where: { live: true },
    orderBy: { seatId: "asc" },
    select: { id: true, sectionName: true, rowLabel: true, seatLabel: true, pricePaise: true, checkedInAt: true },
  },
  event: {
    select: {
      id: true,
      slug: true,
      title: true,
      subtitle: true,
      category: true,
      imageUrl: true,
      ageRating: true,
      status: true,
      startsAt: true,
      endsAt: true,
      venue: { select: { name: true, address: true, city: true, timeZone: true } },
    },
  },
} as const;

/**
 * A booking's tickets, one a seat, to its buyer. Money in paise.
 * @throws AppError NOT_FOUND, to strangers too; INVALID_TRANSITION where the booking has none (any more)
 */
export async function listTickets({ db, actor, bookingId }: { db: Db; actor: Pick<Actor, "id">; bookingId: string }) {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select });
  if (!booking || !maySeeBooking({ ...actor, role: "USER" }, booking)) throw notFound("booking");
  if (booking.status !== "CONFIRMED" || booking.event.status === "CANCELLED") {
    throw new AppError("INVALID_TRANSITION", "This booking has no tickets: it is not paid, or it was cancelled. My bookings says which.");
  }
  const { userId: _, user, items, ...facts } = booking;
  return {
    ...facts,
    buyerName: user.name,
    tickets: items.map((item) => {
      const code = signTicket({ itemId: item.id, eventId: booking.event.id });
      return { ...item, code, qr: drawQr(code) };
    }),
  };
}

export type TicketsOfBooking = Awaited<ReturnType<typeof listTickets>>;
