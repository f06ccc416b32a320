import type { BookingStatus } from "./booking-state";

/** Why money goes back, in one word; the part after the colon tells one such refund of a booking from another. */
export type RefundCause =
  /** The buyer gave the booking up, by the event's policy. */
  | "CANCELLED_BY_BUYER"
  | "CANCELLED_BY_ORGANIZER"
  | "EVENT_CANCELLED"
  /** The money came when the seats, or the event, were gone. */
  | "LATE_PAYMENT"
  /** The booking is paid by another payment. */
  | "SECOND_PAYMENT"
  /** The booking was given up before the money came. */
  | "BOOKING_CANCELLED"
  /** Not the amount or the currency that was asked for. */
  | "WRONG_AMOUNT"
  /** Part of the price, by the organizer. */
  | "PARTIAL"
  /** Given back at the gateway by other hands than ours. */
  | "AT_GATEWAY";

/** `Refund.reason`: the cause, and what it is about where there may be several. */
export function refundReason(cause: RefundCause, about?: string): string {
  return about ? `${cause}:${about}` : cause;
}

/** The cause in a `Refund.reason`. */
export function causeOf(reason: string): RefundCause {
  return reason.split(":")[0] as RefundCause;
}

export type MoneyThatCame = {
  amountPaise: number;
  currency: string;
};

export type BookingAtMoney = {
  status: BookingStatus;
  totalPaise: number;
  /** Whether its event may still be attended by who pays at this moment. */
  eventStands: boolean;
};

/**
 * What to do with money that was authorised or captured for a booking, and that nothing was decided about yet:
 * try for the booking's own seats, or give it back and why. Never other seats, never silence.
 */
export function decideMoney(
  booking: BookingAtMoney,
  money: MoneyThatCame,
): { seats: "TRY" } | { seats: "NO"; cause: RefundCause } {
  const refuse = (cause: RefundCause) => ({ seats: "NO" as const, cause });
  if (money.currency !== "INR" || money.amountPaise !== booking.totalPaise) return refuse("WRONG_AMOUNT");
  switch (booking.status) {
    case "CONFIRMED":
      return refuse("SECOND_PAYMENT");
    case "CANCELLED":
    case "REFUNDED":
      return refuse("BOOKING_CANCELLED");
    case "PENDING":
    case "EXPIRED":
      return booking.eventStands ? { seats: "TRY" } : refuse("LATE_PAYMENT");
  }
}

const MAX_GRACE_MS = 180_000;

/** Milliseconds that seats stay held after the countdown ends while a payment is under way: 30 % of it, at most 3 minutes. */
export function graceMs(bookingTtlSeconds: number): number {
  return Math.min(MAX_GRACE_MS, Math.floor(bookingTtlSeconds * 300));
}
