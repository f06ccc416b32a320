import type { BookingStatus } from "~/domain/booking-state";
import { formatPaise } from "~/domain/money";
import { nameInSection } from "~/domain/seating/seat-name";
import type { RouterOutputs } from "~/trpc/react";

export type Order = RouterOutputs["organizer"]["orders"]["items"][number];
type Moment = RouterOutputs["organizer"]["order"]["timeline"][number];

/** In the order in which an organizer asks for them. */
export const orderStates: Record<BookingStatus, { word: string; tone: "success" | "warning" | "neutral" }> = {
  CONFIRMED: { word: "Confirmed", tone: "success" },
  PENDING: { word: "Waiting for payment", tone: "warning" },
  CANCELLED: { word: "Cancelled", tone: "neutral" },
  REFUNDED: { word: "Refunded", tone: "neutral" },
  EXPIRED: { word: "Time ran out", tone: "neutral" },
};

export const causeWords: Record<RouterOutputs["organizer"]["bookingMoney"]["refunds"][number]["cause"], string> = {
  CANCELLED_BY_BUYER: "Cancelled by the buyer",
  CANCELLED_BY_ORGANIZER: "Cancelled by the organizer",
  EVENT_CANCELLED: "The event was cancelled",
  LATE_PAYMENT: "Paid when the seats were gone",
  SECOND_PAYMENT: "Paid twice",
  BOOKING_CANCELLED: "Paid after it was given up",
  WRONG_AMOUNT: "Another amount was paid",
  PARTIAL: "A part of the price",
  AT_GATEWAY: "Given back by the bank",
};

/** One line of a booking's history, and what more there is to say of it. */
export function momentWords(moment: Moment): { line: string; more?: string } {
  switch (moment.what) {
    case "BEGUN":
      return { line: "Checkout begun" };
    case "CONFIRMED":
      return { line: "Booking confirmed" };
    case "RAN_OUT":
      return { line: "The time to pay ran out" };
    case "CANCELLED":
      return { line: "Booking cancelled", more: moment.reason ?? undefined };
    case "PAID":
      return { line: `${formatPaise(moment.amountPaise)} paid` };
    case "PAYMENT_FAILED":
      return { line: `Payment of ${formatPaise(moment.amountPaise)} failed`, more: moment.reason ?? undefined };
    case "REFUND_ASKED":
      return { line: `Refund of ${formatPaise(moment.amountPaise)} asked for`, more: causeWords[moment.cause] };
    case "REFUND_DONE":
      return { line: `Refund of ${formatPaise(moment.amountPaise)} handed to the bank` };
    case "INVOICE":
      return { line: `Invoice ${moment.number} issued` };
    case "CREDIT_NOTE":
      return { line: `Credit note ${moment.number} issued` };
    case "CHECKED_IN":
      return { line: `Let in at the door: ${nameInSection(moment.seat)}` };
    case "RENAMED":
      return { line: moment.name ? `Tickets put in the name of ${moment.name}` : "Tickets back in the buyer's name", more: `By ${moment.by}` };
    case "TICKETS_SENT":
      return { line: "Tickets sent again", more: `By ${moment.by}` };
  }
}
