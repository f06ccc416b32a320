import { nameOfSeat } from "~/domain/seating/seat-name";
import type { RouterOutputs } from "~/trpc/react";

export type Booking = RouterOutputs["booking"]["byId"];
/** What the payment page shows. `checking`: money is on its way and nobody may pay twice. */
export type PaymentPhase = "pay" | "checking" | "confirmed" | "expired" | "cancelled" | "refunded";

/**
 * The page of a booking as the server sees it, by the server's clock. `waiting`: this browser has paid and waits
 * for the bank's word.
 */
export function paymentPhase(booking: Booking, waiting: boolean): PaymentPhase {
  if (booking.status === "CONFIRMED") return "confirmed";
  if (booking.status === "EXPIRED") return "expired";
  if (booking.status === "CANCELLED") return "cancelled";
  if (booking.status === "REFUNDED") return "refunded";
  const underWay = booking.payments.some(({ status }) => status === "PROCESSING" || status === "COMPLETED");
  if (underWay || waiting) return "checking";
  // Seats may stay held a little longer than the countdown says; nobody starts to pay in that time.
  return booking.expiresAt <= booking.serverNow ? "expired" : "pay";
}

/** A booking's seats as people say them. */
export function bookedSeats(booking: Pick<Booking, "items">): string[] {
  return booking.items.map(nameOfSeat);
}

/** A booking's items as the lines of a summary; paise. */
export function orderOf(booking: Booking) {
  const { subtotalPaise, discountPaise, taxPaise, totalPaise, couponCode } = booking;
  const lines = booking.items.map((item) => ({
    seatId: item.seatId,
    sectionId: item.sectionId,
    section: item.sectionName,
    row: item.rowLabel,
    seat: item.seatLabel,
    pricePaise: item.pricePaise,
  }));
  return { lines, subtotalPaise, discountPaise, taxPaise, totalPaise, couponCode };
}
