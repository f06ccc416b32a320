import type { Prisma } from "~/generated/prisma/client";
import { bookingStatusAt } from "~/domain/booking-state";
import { placeOf } from "~/domain/seating/seat-id";
import { cancellableUntil, refundFor, type CancellationPolicy } from "~/domain/cancellation";

/** What a buyer sees of a booking: nothing else leaves the database. */
export const bookingSelect = {
  id: true,
  bookingNumber: true,
  status: true,
  seatCount: true,
  subtotalPaise: true,
  discountPaise: true,
  taxPaise: true,
  totalPaise: true,
  expiresAt: true,
  holdsUntil: true,
  confirmedAt: true,
  cancelledAt: true,
  cancelReason: true,
  createdAt: true,
  policy: true,
  coupon: { select: { code: true } },
  items: {
    select: { id: true, seatId: true, sectionId: true, sectionName: true, rowLabel: true, seatLabel: true, pricePaise: true, live: true },
  },
  payments: {
    orderBy: { createdAt: "desc" },
    select: { id: true, status: true, method: true, amountPaise: true, capturedPaise: true, refundedPaise: true, failureReason: true, createdAt: true, acceptedAt: true },
  },
  refunds: {
    orderBy: { createdAt: "desc" },
    select: { id: true, amountPaise: true, status: true, reason: true, createdAt: true, completedAt: true },
  },
  event: {
    select: {
      id: true, slug: true, title: true, subtitle: true, category: true, imageUrl: true, status: true, startsAt: true, endsAt: true,
      venue: { select: { id: true, name: true, address: true, city: true, timeZone: true } },
    },
  },
} satisfies Prisma.BookingSelect;

type Row = Prisma.BookingGetPayload<{ select: typeof bookingSelect }>;

/** A booking as of `now` (UTC): its true status, and what cancelling it would give back (paise; null: not any more). */
export function viewBooking(row: Row, now: Date) {
  const { policy, coupon, holdsUntil, ...booking } = row;
  const terms = policy as CancellationPolicy;
  const status = bookingStatusAt({ status: row.status, holdsUntil }, now);
  return {
    ...booking,
    items: [...row.items].sort((a, b) => placeOf(a.seatId) - placeOf(b.seatId)),
    status,
    couponCode: coupon?.code ?? null,
    cancellation: {
      untilAt: cancellableUntil(terms, row.event.startsAt),
      refundBps: terms.refundBps,
      refundPaise: status === "CONFIRMED" && row.event.status === "PUBLISHED" ? leftOf(row, refundFor(terms, row.totalPaise, now, row.event.startsAt)) : null,
    },
    serverNow: now,
  };
}

/** What parts of the price have gone back already cannot come back again. */
function leftOf({ payments }: Pick<Row, "payments">, refundPaise: number | null): number | null {
  const paid = payments.find(({ acceptedAt }) => acceptedAt !== null);
  return refundPaise === null || !paid ? refundPaise : Math.min(refundPaise, paid.amountPaise - paid.refundedPaise);
}

export type BookingView = ReturnType<typeof viewBooking>;
