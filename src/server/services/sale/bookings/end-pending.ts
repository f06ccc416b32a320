import { AppError } from "~/domain/errors";
import type { Tx } from "~/server/db/db";
import { returnCoupon } from "~/server/services/sale/coupons/return-coupon";

/**
 * Ends the buyer's pending bookings that contain any of these seats, CANCELLED, and gives their coupons back.
 * The seats themselves stay as they are. @returns the bookings ended, the earliest first
 * @throws AppError INVALID_TRANSITION where a payment for one has been authorised
 */
export async function endPendingBookings(input: {
  tx: Tx;
  userId: string;
  eventId: string;
  seatIds: readonly string[];
  reason: string;
}): Promise<{ id: string; expiresAt: Date }[]> {
  const { tx, userId, eventId, seatIds, reason } = input;
  const pending = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    SELECT b.id, b."expiresAt" FROM "Booking" b
     WHERE b."userId" = ${userId} AND b."eventId" = ${eventId} AND b.status = 'PENDING' AND b."holdsUntil" > now()
       AND EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."bookingId" = b.id AND i."seatId" = ANY (${[...seatIds]}::text[]))
     ORDER BY b.id FOR UPDATE OF b`;
  for (const booking of pending) {
    const paying = await tx.payment.count({ where: { bookingId: booking.id, status: { in: ["PROCESSING", "COMPLETED"] } } });
    if (paying > 0) {
      throw new AppError("INVALID_TRANSITION", "A payment for these seats is under way. Please wait for its result.");
    }
    await tx.booking.update({
      where: { id: booking.id },
      data: { status: "CANCELLED", cancelledAt: new Date(), cancelReason: reason },
    });
    await returnCoupon(tx, { bookingId: booking.id });
  }
  return pending;
}
