import { z } from "zod";
import { bookingStatuses } from "~/domain/booking-state";
import { seatIds } from "./seat-lock";

const id = z.string().min(1, "An id is missing.").max(64, "That id is too long.");

export const couponCode = z
  .string()
  .trim()
  .min(1, "Enter the coupon's code.")
  .max(40, "That is too long for a coupon's code.")
  .transform((code) => code.toUpperCase());

export const quoteInput = z.object({ eventId: id, seatIds, couponCode: couponCode.optional() });

export const createBookingInput = quoteInput.extend({
  idempotencyKey: z.string().min(8, "An idempotency key has at least 8 characters.").max(100).optional(),
});

export const bookingIdInput = z.object({ bookingId: id });

export const bookingListInput = z.object({
  status: z.enum(bookingStatuses).optional(),
  when: z.enum(["upcoming", "past", "ended"]).optional(),
  page: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(10),
});
