import { assertCouponApplies, couponExhausted, type CouponTerms } from "~/domain/coupon";
import { AppError } from "~/domain/errors";

type Uses = { perBuyerLimit: number | null; ownUses: number; staleUses: number };

/**
 * The coupon that a booking goes on to reserve a use of, judged by a reading: the database takes the use first and then
 * counts again. Uses of bookings past their time do not count, whether or not the job has run.
 * @throws AppError COUPON_INVALID (no such code among others), COUPON_EXHAUSTED (also the buyer's own limit)
 */
export function reservable<C extends CouponTerms & Uses>(
  coupon: C | null,
  use: { code: string; event: { id: string; organizerId: string }; subtotalPaise: number; now: Date },
): C {
  if (!coupon) throw noSuchCoupon(use.code);
  if (coupon.perBuyerLimit !== null && coupon.ownUses >= coupon.perBuyerLimit) throw couponExhausted(use.code);
  assertCouponApplies({ ...coupon, usedCount: coupon.usedCount - coupon.staleUses }, use);
  return coupon;
}

/** The refusal of a code that nobody gave out. */
export function noSuchCoupon(code: string): AppError {
  return new AppError("COUPON_INVALID", `There is no coupon ${code}.`, { field: "couponCode" });
}
