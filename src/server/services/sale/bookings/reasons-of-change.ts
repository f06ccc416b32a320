/** `Booking.cancelReason` where the buyer let seats of it go. */
export const RELEASED = "released by the buyer";

/**
 * `Booking.cancelReason` of bookings that gave way to the next one of the same purchase: nobody called them off. The second is
 * written by the database's `create_booking`, the third by `take-seats`.
 */
export const reasonsOfChange = [RELEASED, "replaced by a new booking", "The payment for your earlier booking of these seats came through."];
