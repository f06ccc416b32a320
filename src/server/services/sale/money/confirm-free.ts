import { AppError, notFound } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { bookingTransaction } from "./booking-transaction";
import { takeSeats } from "./take-seats";
import type { Confirmed } from "./confirm-booking";
import type { SettlingReading } from "./read-for-settling";
import { confirmQuickly } from "./settle-quickly";

/**
 * Confirms a booking that a coupon has made free: no money, no gateway, the same rules for its seats.
 * @throws AppError NOT_FOUND, BOOKING_EXPIRED, INVALID_TRANSITION, BUSY
 */
export async function confirmFree({ db, booking: reading }: { db: Db; booking: SettlingReading }): Promise<Confirmed> {
  const confirmed = await confirmQuickly(db, reading, null);
  if (confirmed) return { status: "CONFIRMED", confirmedAt: confirmed.confirmedAt };
  return bookingTransaction(db, reading.id, async (tx, booking) => {
    if (!booking || booking.totalPaise !== 0) throw notFound("booking");
    if (booking.status === "CONFIRMED" && booking.confirmedAt) return { status: "CONFIRMED", confirmedAt: booking.confirmedAt };
    if (booking.status === "CANCELLED" || booking.status === "REFUNDED") {
      throw new AppError("INVALID_TRANSITION", "This booking was cancelled. Please choose your seats again.");
    }
    const inTime = booking.status === "PENDING" && booking.holdsUntil > booking.now && booking.eventStatus === "PUBLISHED";
    if (!inTime || (await takeSeats(tx, booking)) !== "BOOKED") {
      throw new AppError("BOOKING_EXPIRED", "The time for this booking has run out. Please choose your seats again.");
    }
    return { status: "CONFIRMED", confirmedAt: booking.now };
  });
}
