import { z } from "zod";
import { couponCode } from "./booking";
import { day, id, paging } from "./common";

const paise = z.number().int("Amounts are whole paise.").min(1, "This must be more than nothing.").max(1_000_000_000, "That is too much.");
const uses = z.number().int().min(1, "At least one use.").max(10_000_000, "That is too many.");

/** What an organizer types: letters and digits that people can read to one another. */
const newCode = couponCode.pipe(
  z.string().regex(/^[A-Z0-9][A-Z0-9-]{3,19}$/, "A code has 4 to 20 letters, digits or hyphens, and begins with none of the last."),
);

const terms = {
  validFrom: day("Say from when it is valid."),
  validUntil: day("Say until when it is valid."),
  usageLimit: uses.nullish(),
  perBuyerLimit: uses.nullish(),
  minSubtotalPaise: paise.nullish(),
  maxDiscountPaise: paise.nullish(),
};

const untilAfterFrom = <T extends { validFrom?: Date; validUntil?: Date }>(coupon: T) =>
  !coupon.validFrom || !coupon.validUntil || coupon.validUntil > coupon.validFrom;
const order = { path: ["validUntil"], error: "It must end after it begins." };

export const createCouponInput = z
  .object({
    code: newCode,
    type: z.enum(["PERCENTAGE", "FIXED"], { error: "Choose a percentage or an amount." }),
    /** Basis points (PERCENTAGE) or paise (FIXED). */
    value: paise,
    ...terms,
    eventId: id.nullish(),
  })
  .refine(untilAfterFrom, order)
  .refine((coupon) => coupon.type === "FIXED" || coupon.value <= 10_000, { path: ["value"], error: "A percentage is at most 100 %." });

export const updateCouponInput = z
  .object({
    id,
    active: z.boolean(),
    value: paise,
    ...terms,
  })
  .partial()
  .required({ id: true })
  .refine(untilAfterFrom, order);

export const validateCouponInput = z.object({
  code: couponCode,
  eventId: id,
  /** The seats in mind: without them, only what does not depend on the sum is checked. */
  seatIds: z.array(id).max(100).optional(),
});

export const listCouponsInput = z.object({
  eventId: id.optional(),
  page: paging.page,
  limit: z.number().int().min(1).max(100).default(20),
});
