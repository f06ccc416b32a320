import { refundable } from "~/domain/cancellation";
import { refundReason, type RefundCause } from "~/domain/settlement";
import type { Tx } from "~/server/db/db";
import { returnCoupon } from "~/server/services/sale/coupons/return-coupon";
import type { LockedBooking } from "~/server/services/sale/locks";
import { freeHeldSeats } from "~/server/services/sale/seats/write-seats";
import { tellBuyer } from "~/server/services/sale/news/tell-buyer";
import { askRefund, promisedPaise } from "./ask-refund";
import { giveBackSeats } from "./give-back-seats";

/**
 * The organizer calls a booking off: its seats are free, all that is left of its money goes back whatever the
 * policy says, its coupon may be used again. In the caller's transaction, which holds the booking's row; a booking
 * that has ended already is left alone.
 * @param why.note the organizer's own words, which the buyer reads
 * @returns paise that go back, and the payment they are of; null where there was nothing to call off
 */
export async function callOffBooking(
  tx: Tx,
  booking: LockedBooking,
  why: { cause: Extract<RefundCause, "EVENT_CANCELLED" | "CANCELLED_BY_ORGANIZER">; cancelReason: string; note?: string | null },
): Promise<{ refundPaise: number; paymentRowId: string | null } | null> {
  if (booking.status !== "PENDING" && booking.status !== "CONFIRMED") return null;
  const { id } = booking;
  if (booking.status === "CONFIRMED") await giveBackSeats(tx, booking);
  else await freeHeldSeats(tx, booking);
  await tx.booking.update({ where: { id }, data: { status: "CANCELLED", cancelledAt: booking.now, cancelReason: why.cancelReason } });
  await returnCoupon(tx, { bookingId: id, from: booking.status === "CONFIRMED" ? "USED" : "RESERVED" });
  if (booking.status === "PENDING") return { refundPaise: 0, paymentRowId: null };

  const payment = await tx.payment.findFirst({ where: { bookingId: id, acceptedAt: { not: null } } });
  const refundPaise = payment ? refundable(payment.amountPaise - (await promisedPaise(tx, payment.id))) : 0;
  if (payment && refundPaise > 0) await askRefund(tx, { payment, amountPaise: refundPaise, reason: refundReason(why.cause) });
  const news = why.cause === "EVENT_CANCELLED" ? "event-cancelled" : "booking-called-off";
  await tellBuyer(tx, { bookingId: id, news, refundPaise, reason: why.note?.trim() || undefined });
  return { refundPaise, paymentRowId: payment?.id ?? null };
}
