import { AppError } from "~/domain/errors";
import type { Tx } from "~/server/db/db";
import { lockPending, lockSeats, type PendingBooking, type Standing } from "~/server/services/sale/locks";

/**
 * Ends the bookings of a locked standing that wait for their payment and have any of these seats, CANCELLED, and gives
 * their coupons back. The seats themselves stay as they are. @returns the bookings ended
 * @throws AppError INVALID_TRANSITION where a payment for one has been authorised
 */
export async function endPendingBookings(input: {
  tx: Tx;
  standing: Standing;
  seatIds: readonly string[];
  reason: string;
}): Promise<PendingBooking[]> {
  const { tx, standing, seatIds, reason } = input;
  const pending = await lockPending(tx, standing, seatIds);
  if (pending.length === 0) return pending;
  const ids = pending.map((booking) => booking.id);
  const paying = await tx.payment.count({ where: { bookingId: { in: ids }, status: { in: ["PROCESSING", "COMPLETED"] } } });
  if (paying > 0) throw paymentUnderWay();
  // Seats come before coupons in the one order of locks, and end_bookings takes the coupons.
  await lockSeats(tx, [...new Set([...seatIds, ...pending.flatMap((booking) => booking.seatIds)])].sort());
  await tx.$executeRaw`SELECT end_bookings(${ids}::text[], 'CANCELLED', ${reason})`;
  return pending;
}

/** The refusal to end a booking whose money is on its way. */
export function paymentUnderWay(): AppError {
  return new AppError("INVALID_TRANSITION", "A payment for these seats is under way. Please wait for its result.");
}
