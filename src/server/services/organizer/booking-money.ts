import { notFound } from "~/domain/errors";
import { sumPaise } from "~/domain/money";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import { causeOf } from "~/domain/settlement";
import type { Db } from "~/server/db/db";

const select = {
  id: true,
  bookingNumber: true,
  status: true,
  seatCount: true,
  totalPaise: true,
  user: { select: { name: true, email: true } },
  event: { select: { organizerId: true, title: true, startsAt: true, venue: { select: { timeZone: true } } } },
  items: { orderBy: { seatId: "asc" }, select: { id: true, sectionName: true, rowLabel: true, seatLabel: true, checkedInAt: true } },
  payments: { where: { acceptedAt: { not: null } }, select: { id: true, method: true, amountPaise: true } },
  refunds: {
    orderBy: { createdAt: "asc" },
    select: { id: true, paymentId: true, amountPaise: true, reason: true, status: true, createdAt: true },
  },
} as const;

/**
 * One booking's money, to who runs its event: what was paid, what went back and why, and what may still go back
 * (paise; refunds under way count as gone).
 * @throws AppError NOT_FOUND, also for another organizer's
 */
export async function readBookingMoney({ db, actor, bookingId }: { db: Db; actor: Actor; bookingId: string }) {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select });
  if (!booking || !mayManageEvent(actor, booking.event)) throw notFound("booking");
  const { user, event, payments, refunds, ...facts } = booking;
  const paid = payments[0] ?? null;
  const gone = refunds.filter(({ paymentId, status }) => paymentId === paid?.id && status !== "FAILED");
  return {
    ...facts,
    buyer: user,
    event: { title: event.title, startsAt: event.startsAt, timeZone: event.venue.timeZone },
    paid: paid && { method: paid.method, amountPaise: paid.amountPaise },
    refunds: refunds.map(({ id, amountPaise, reason, status, createdAt }) => ({
      id, amountPaise, cause: causeOf(reason), status, createdAt,
    })),
    leftPaise: paid ? paid.amountPaise - sumPaise(gone.map(({ amountPaise }) => amountPaise)) : 0,
  };
}
