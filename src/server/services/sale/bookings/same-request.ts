import { AppError } from "~/domain/errors";
import type { KnownBooking } from "./read-for-booking";

type Sent = { eventId: string; seats: string[]; couponCode?: string; idempotencyKey?: string };

/**
 * The booking that this request has made already: by its idempotency key, else the buyer's waiting booking of
 * exactly these seats with the same coupon. Null where there is none.
 * @throws AppError INVALID_INPUT where the key belongs to another request
 */
export function sameRequest(bookings: readonly KnownBooking[], { eventId, seats, couponCode, idempotencyKey }: Sent): KnownBooking | null {
  const same = (booking: KnownBooking) =>
    booking.eventId === eventId &&
    (booking.couponCode ?? undefined) === couponCode &&
    booking.seatIds.length === seats.length &&
    booking.seatIds.every((id) => seats.includes(id));

  const known = idempotencyKey && bookings.find((booking) => booking.idempotencyKey === idempotencyKey);
  if (known && !same(known)) {
    throw new AppError("INVALID_INPUT", "This request was used for another booking. Please start again.", {
      field: "idempotencyKey",
    });
  }
  if (known) return known;
  return bookings.find((booking) => booking.status === "PENDING" && same(booking)) ?? null;
}
