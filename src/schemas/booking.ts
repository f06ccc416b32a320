import { z } from "zod";
import { bookingStatuses } from "~/domain/booking-state";
import { id, line, paging } from "./common";
import { seatIds } from "./seat-lock";

export const couponCode = line(40, "That is too long for a coupon's code.")
  .min(1, "Enter the coupon's code.")
  .transform((code) => code.toUpperCase());

/** What is typed where one has a coupon. */
export const couponFormSchema = z.object({ couponCode });
export const quoteInput = z.object({ eventId: id, seatIds, couponCode: couponCode.optional() });

export const createBookingInput = quoteInput.extend({
  idempotencyKey: line(100).min(8, "An idempotency key has at least 8 characters.").optional(),
});

export const bookingIdInput = z.object({ bookingId: id });

export const bookingListInput = z.object({
  status: z.enum(bookingStatuses).optional(),
  when: z.enum(["upcoming", "past", "ended"]).optional(),
  page: paging.page,
  limit: z.number().int().min(1).max(50).default(10),
});
