import { z } from "zod";

const optionalWhole = (sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,7}$/, sentence);
const rupees = z
  .string()
  .trim()
  .regex(/^(\d{1,7}(\.\d{1,2})?)?$/, "Give an amount in rupees.");
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "Give a date and a time.");

/** A coupon as one types it: percent or rupees, times as the shop counts them. */
export const couponFormSchema = z
  .object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9][A-Z0-9-]{3,19}$/, "Use 4 to 20 letters, digits or hyphens."),
    type: z.enum(["PERCENTAGE", "FIXED"]),
    value: z
      .string()
      .trim()
      .regex(/^\d{1,6}(\.\d{1,2})?$/, "Give a number.")
      .refine((typed) => Number(typed) > 0, "It must be more than nothing."),
    validFrom: local,
    validUntil: local,
    usageLimit: optionalWhole("Give a whole number, or leave it empty."),
    perBuyerLimit: optionalWhole("Give a whole number, or leave it empty."),
    minSubtotalPaise: rupees,
    maxDiscountPaise: rupees,
    eventId: z.string(),
  })
  .refine(({ type, value }) => type === "FIXED" || Number(value) <= 100, {
    path: ["value"],
    error: "A percentage is at most 100.",
  })
  .refine(({ validFrom, validUntil }) => validUntil > validFrom, {
    path: ["validUntil"],
    error: "It must end after it begins.",
  });

export type CouponForm = z.infer<typeof couponFormSchema>;
