import type { Tx } from "~/server/db/db";
import { returnCoupon } from "~/server/services/sale/coupons/return-coupon";
import { useCoupon } from "~/server/services/sale/coupons/use-coupon";
import { lockCoupons } from "~/server/services/sale/locks";
import type { LockedBooking } from "~/server/services/sale/locks";
import { bookSeats, freeHeldSeats } from "~/server/services/sale/seats/write-seats";
import { tellBuyer } from "~/server/services/sale/news/tell-buyer";

/**
 * Sells a PENDING or EXPIRED booking its own seats and confirms it, in the caller's transaction that holds the
 * booking's row. Nothing is written where one of them is gone or the buyer's limit is reached.
 */
export async function takeSeats(tx: Tx, booking: LockedBooking): Promise<"BOOKED" | "SEAT_TAKEN" | "SEAT_LIMIT"> {
  const outcome = await bookSeats(tx, booking);
  if (outcome !== "BOOKED") return outcome;
  await tx.bookingItem.updateMany({ where: { bookingId: booking.id }, data: { live: true } });
  await tx.booking.update({ where: { id: booking.id }, data: { status: "CONFIRMED", confirmedAt: booking.now } });
  const overtaken = await endOvertaken(tx, booking);
  await lockCoupons(tx, [booking.couponId, ...overtaken.map((other) => other.couponId)].filter((id) => id !== null));
  if (booking.couponId) await useCoupon(tx, { bookingId: booking.id });
  for (const other of overtaken) await returnCoupon(tx, { bookingId: other.id });
  await tellBuyer(tx, { bookingId: booking.id, news: "booking-confirmed" });
  return outcome;
}

/** Money that came late may find its buyer about to pay for the same seats once more: that booking is over. */
function endOvertaken(tx: Tx, { id, userId, eventId, seatIds, now }: LockedBooking): Promise<{ id: string; couponId: string | null }[]> {
  return tx.booking.updateManyAndReturn({
    where: { id: { not: id }, userId, eventId, status: "PENDING", items: { some: { seatId: { in: seatIds } } } },
    data: { status: "CANCELLED", cancelledAt: now, cancelReason: "The payment for your earlier booking of these seats came through." },
    select: { id: true, couponId: true },
  });
}

/** The other end: a PENDING booking whose money came when its seats were gone is EXPIRED, its coupon usable again. */
export async function giveUpSeats(tx: Tx, booking: LockedBooking): Promise<void> {
  if (booking.status !== "PENDING") return;
  await tx.booking.update({ where: { id: booking.id }, data: { status: "EXPIRED" } });
  await freeHeldSeats(tx, booking);
  await returnCoupon(tx, { bookingId: booking.id });
}
