import { decideMoney, refundReason, type RefundCause } from "~/domain/settlement";
import type { Tx } from "~/server/db/db";
import type { GatewayPayment } from "~/server/gateways/payment";
import { revokeUnpaid } from "~/server/services/sale/money/revoke-unpaid";
import { adoptForeignRefund, askRefund, completeGivenBack, voidRefunds } from "./ask-refund";
import { advancePayment, findPaymentRow, type PaymentRow } from "./advance-payment";
import type { LockedBooking } from "~/server/services/sale/locks";
import { giveUpSeats, takeSeats } from "./take-seats";
import { tellBuyer, type BookingNews, type Gone } from "~/server/services/sale/news/tell-buyer";

/** What there is to do at the gateway once this is committed. */
export type NextStep = "CAPTURE" | "REFUND" | "WAIT" | "FAILED" | "NOTHING";

export type Recorded = {
  bookingId: string;
  bookingStatus: LockedBooking["status"];
  confirmedAt: Date | null;
  paymentRowId: string;
  /** Whether the booking was confirmed by this payment. */
  accepted: boolean;
  /** Why this payment goes back, where it does. */
  refundCause: RefundCause | null;
  next: NextStep;
};

/**
 * Writes down what the gateway says of a payment, and decides, once, what becomes of its money: the booking's own
 * seats, or one refund. Safe to repeat with the same or an older answer: payments only move forward.
 * Null where the booking is not there.
 */
export async function recordMoney(tx: Tx, booking: LockedBooking | null, seen: GatewayPayment): Promise<Recorded | null> {
  if (!booking) return null;
  const row = await findPaymentRow(tx, booking, seen);
  const payment = await advancePayment(tx, row, seen, booking.now);
  const decided = await decide(tx, booking, payment);
  await adoptForeignRefund(tx, payment.id, seen, booking.now);
  return {
    bookingId: booking.id,
    bookingStatus: booking.status,
    confirmedAt: booking.confirmedAt,
    paymentRowId: payment.id,
    accepted: payment.acceptedAt !== null,
    refundCause: payment.refundCause,
    ...decided,
  };
}

type Decided = { next: NextStep } & Partial<Recorded>;

async function decide(tx: Tx, booking: LockedBooking, payment: PaymentRow): Promise<Decided> {
  if (payment.status === "PENDING") return { next: "WAIT" };
  if (payment.status === "FAILED") {
    await voidRefunds(tx, payment.id);
    return payment.acceptedAt ? lapse(tx, booking, payment) : { next: "FAILED" };
  }
  if (payment.givenBack) return takeBack(tx, booking, payment);
  if (payment.acceptedAt) return { next: payment.status === "PROCESSING" ? "CAPTURE" : "NOTHING" };
  if (payment.refundCause) return { next: payment.refundsOpen ? "REFUND" : "NOTHING" };

  const inTime = booking.status === "PENDING" && booking.holdsUntil > booking.now;
  const eventStands = booking.eventStatus === "PUBLISHED" && (inTime || booking.now < booking.eventStartsAt);
  const decision = decideMoney({ ...booking, eventStands }, payment);
  const outcome = decision.seats === "TRY" ? await takeSeats(tx, booking) : null;
  if (outcome === "BOOKED") {
    await tx.payment.update({ where: { id: payment.id }, data: { acceptedAt: booking.now } });
    const next = payment.status === "PROCESSING" ? "CAPTURE" : "NOTHING";
    return { next, bookingStatus: "CONFIRMED", confirmedAt: booking.now, accepted: true };
  }
  const cause = decision.seats === "TRY" ? "LATE_PAYMENT" : decision.cause;
  const gone = outcome === "SEAT_LIMIT" ? "the limit" : outcome === "SEAT_TAKEN" ? "the seats" : "the event";
  await refuse(tx, booking, payment, cause, gone);
  if (cause !== "LATE_PAYMENT") return { next: "REFUND", refundCause: cause };
  await giveUpSeats(tx, booking);
  return { next: "REFUND", refundCause: cause, bookingStatus: "EXPIRED" };
}

/** Exactly one refund for money that cannot be used, and its buyer is told. */
async function refuse(tx: Tx, booking: LockedBooking, payment: PaymentRow, cause: RefundCause, gone?: Gone): Promise<void> {
  const { amountPaise } = payment;
  await askRefund(tx, { payment, amountPaise, reason: refundReason(cause, payment.id) });
  const news: Partial<Record<RefundCause, BookingNews>> = { LATE_PAYMENT: "payment-late", SECOND_PAYMENT: "payment-second" };
  await tellBuyer(tx, { bookingId: booking.id, news: news[cause] ?? "payment-unbooked", refundPaise: amountPaise, about: payment.id, gone });
}

/** The gateway gave authorised money back by itself: in our books it came, and went. */
async function takeBack(tx: Tx, booking: LockedBooking, payment: PaymentRow): Promise<Decided> {
  if (payment.acceptedAt) {
    await completeGivenBack(tx, payment.id, booking.now);
    return lapse(tx, booking, payment);
  }
  let { refundCause } = payment;
  if (!refundCause) {
    const decision = decideMoney({ ...booking, eventStands: false }, payment);
    refundCause = decision.seats === "NO" && decision.cause !== "LATE_PAYMENT" ? decision.cause : "AT_GATEWAY";
    await refuse(tx, booking, payment, refundCause);
  }
  await completeGivenBack(tx, payment.id, booking.now);
  return { next: "NOTHING", refundCause };
}

/** The bank let the money of a confirmed booking go before it was captured: no money, no seats. */
async function lapse(tx: Tx, booking: LockedBooking, payment: PaymentRow): Promise<Decided> {
  await tx.payment.update({ where: { id: payment.id }, data: { acceptedAt: null } });
  if (booking.status !== "CONFIRMED") return { next: "FAILED", accepted: false };
  await revokeUnpaid(tx, booking);
  return { next: "FAILED", accepted: false, bookingStatus: "CANCELLED" };
}
