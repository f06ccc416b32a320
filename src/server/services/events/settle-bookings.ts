import { AppError } from "~/domain/errors";
import type { Tx } from "~/server/db";
import { returnCoupon } from "../coupons/return-coupon";

/**
 * What an event's cancellation does to its bookings: those not paid yet end, their coupons come back. Runs in the
 * transaction that cancels the event.
 * @throws AppError INVALID_TRANSITION where somebody has paid
 */
export async function settleBookings({
  tx,
  eventId,
  now,
}: {
  tx: Tx;
  eventId: string;
  now: Date;
}): Promise<void> {
  const paid = await tx.booking.count({ where: { eventId, status: "CONFIRMED" } });
  if (paid > 0) {
    const who = paid === 1 ? "One booking is" : `${paid} bookings are`;
    throw new AppError("INVALID_TRANSITION", `${who} paid for. Refund them first.`, {
      facts: { confirmed: paid },
    });
  }
  const pending = await tx.booking.findMany({
    where: { eventId, status: "PENDING" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of pending) {
    await tx.booking.update({
      where: { id },
      data: { status: "CANCELLED", cancelledAt: now, cancelReason: "EVENT_CANCELLED" },
      select: { id: true },
    });
    await returnCoupon(tx, { bookingId: id });
  }
}
