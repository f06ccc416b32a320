import { AppError } from "./errors";
import { formatPaise, shareOf } from "./money";

export type CouponTerms = {
  code: string;
  type: "PERCENTAGE" | "FIXED";
  /** Basis points (PERCENTAGE) or paise (FIXED). */
  value: number;
  active: boolean;
  validFrom: Date;
  validUntil: Date;
  usageLimit: number | null;
  usedCount: number;
  minSubtotalPaise: number | null;
  maxDiscountPaise: number | null;
  eventId: string | null;
  organizerId: string | null;
};

/** Discount in paise that a coupon takes off a subtotal: never below zero, never over the subtotal or its cap. */
export function couponDiscount(
  coupon: Pick<CouponTerms, "type" | "value" | "maxDiscountPaise">,
  subtotalPaise: number,
): number {
  const raw = coupon.type === "PERCENTAGE" ? shareOf(subtotalPaise, coupon.value) : coupon.value;
  return Math.max(0, Math.min(raw, coupon.maxDiscountPaise ?? raw, subtotalPaise));
}

/**
 * Refuses a coupon that does not hold for this event, time (UTC) and subtotal (paise).
 * @throws AppError COUPON_INVALID, COUPON_EXHAUSTED
 */
export function assertCouponApplies(
  coupon: CouponTerms,
  use: { event: { id: string; organizerId: string }; subtotalPaise: number; now: Date },
): void {
  const refuse = (sentence: string) => new AppError("COUPON_INVALID", sentence, { field: "couponCode" });
  if (!coupon.active || use.now >= coupon.validUntil) throw refuse(`The coupon ${coupon.code} has ended.`);
  if (use.now < coupon.validFrom) throw refuse(`The coupon ${coupon.code} is not valid yet.`);
  const elsewhere =
    (coupon.eventId !== null && coupon.eventId !== use.event.id) ||
    (coupon.organizerId !== null && coupon.organizerId !== use.event.organizerId);
  if (elsewhere) throw refuse(`The coupon ${coupon.code} is not for this event.`);
  if (coupon.minSubtotalPaise !== null && use.subtotalPaise < coupon.minSubtotalPaise) {
    throw refuse(
      `The coupon ${coupon.code} needs tickets for at least ${formatPaise(coupon.minSubtotalPaise)} before tax.`,
    );
  }
  if (coupon.usageLimit !== null && coupon.usedCount >= coupon.usageLimit) throw couponExhausted(coupon.code);
}

/** The refusal for a coupon whose uses are all taken. */
export function couponExhausted(code: string): AppError {
  return new AppError("COUPON_EXHAUSTED", `The coupon ${code} has been used up.`, { field: "couponCode" });
}
