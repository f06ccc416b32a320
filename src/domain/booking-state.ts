export const bookingStatuses = ["PENDING", "CONFIRMED", "CANCELLED", "EXPIRED", "REFUNDED"] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** The status that people see at `now` (UTC): a pending booking past its time has expired, job or no job. */
export function bookingStatusAt(booking: { status: BookingStatus; holdsUntil: Date }, now: Date): BookingStatus {
  return booking.status === "PENDING" && booking.holdsUntil <= now ? "EXPIRED" : booking.status;
}
