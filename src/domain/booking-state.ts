export const bookingStatuses = ["PENDING", "CONFIRMED", "CANCELLED", "EXPIRED", "REFUNDED"] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/**
 * Where a booking may go. EXPIRED -> CONFIRMED and CANCELLED -> nothing: money that arrives late may still win
 * the same seats where all of them are free (docs/decisions), a cancelled booking never comes back.
 */
const moves: Record<BookingStatus, readonly BookingStatus[]> = {
  PENDING: ["CONFIRMED", "CANCELLED", "EXPIRED"],
  CONFIRMED: ["CANCELLED", "REFUNDED"],
  EXPIRED: ["CONFIRMED"],
  CANCELLED: ["REFUNDED"],
  REFUNDED: [],
};

/** Whether a booking may go from one status to another. */
export function canMoveBooking(from: BookingStatus, to: BookingStatus): boolean {
  return moves[from].includes(to);
}

/** The status that people see at `now` (UTC): a pending booking past its time has expired, job or no job. */
export function bookingStatusAt(booking: { status: BookingStatus; holdsUntil: Date }, now: Date): BookingStatus {
  return booking.status === "PENDING" && booking.holdsUntil <= now ? "EXPIRED" : booking.status;
}
