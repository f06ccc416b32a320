import { AppError, notFound } from "~/domain/errors";
import { placeOf } from "~/domain/seating/seat-id";
import { maySeeBooking, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { turningSecret } from "~/lib/ticket-crypto";
import { walletsAtHand } from "./wallets";
import { drawQr } from "~/lib/draw-qr";
import { signTicket } from "./sign-ticket";
import { turningKey } from "./ticket-keys";

const select = {
  id: true,
  bookingNumber: true,
  status: true,
  userId: true,
  totalPaise: true,
  attendeeName: true,
  user: { select: { name: true } },
  items: {
    where: { live: true },
    select: { id: true, seatId: true, sectionName: true, rowLabel: true, seatLabel: true, pricePaise: true, checkedInAt: true },
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
      turningCodes: true,
      taxBps: true,
      paperTickets: true,
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
  const [booking, mail] = await Promise.all([
    db.booking.findUnique({ where: { id: bookingId }, select }),
    db.outboxMessage.findUnique({ where: { dedupeKey: `mail:booking-confirmed:${bookingId}` }, select: { recipient: true, sentAt: true } }),
  ]);
  if (!booking || !maySeeBooking({ ...actor, role: "USER" }, booking)) throw notFound("booking");
  if (booking.status !== "CONFIRMED" || booking.event.status === "CANCELLED") {
    throw new AppError("INVALID_TRANSITION", "This booking has no tickets: it is not paid, or it was cancelled. My bookings says which.");
  }
  const { userId: _, user, attendeeName, items, ...facts } = booking;
  return {
    ...facts,
    buyerName: attendeeName ?? user.name,
    /** Where they were mailed to, and whether that mail has left; null where none was written. */
    mailed: mail && { to: mail.recipient, left: mail.sentAt !== null },
    serverNow: new Date(),
    // A pass in a wallet stands still.
    wallets: booking.event.turningCodes && !booking.event.paperTickets ? [] : walletsAtHand(),
    tickets: [...items].sort((a, b) => placeOf(a.seatId) - placeOf(b.seatId)).map(({ seatId: _seat, ...item }) => {
      const code = signTicket({ itemId: item.id, eventId: booking.event.id });
      // Whoever has it can show the code that turns: the buyer's phone, and no paper.
      const secret = booking.event.turningCodes ? turningSecret(turningKey(booking.event.id), item.id) : null;
      return { ...item, code, qr: drawQr(code), turningSecret: secret && Buffer.from(secret).toString("base64") };
    }),
  };
}

export type TicketsOfBooking = Awaited<ReturnType<typeof listTickets>>;
