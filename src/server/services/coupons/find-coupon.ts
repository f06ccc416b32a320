import { couponExhausted, type CouponTerms } from "~/domain/coupon";
import { AppError } from "~/domain/errors";
import type { Db, Tx } from "~/server/db";

export type Coupon = CouponTerms & { id: string };

/**
 * A coupon by its code, where this buyer has uses of it left.
 * @throws AppError COUPON_INVALID (no such code), COUPON_EXHAUSTED (the buyer's own limit)
 */
export async function findCoupon(db: Db | Tx, { code, userId }: { code: string; userId: string }): Promise<Coupon> {
  const coupon = await db.coupon.findUnique({
    where: { code },
    select: {
      id: true, code: true, type: true, value: true, active: true, validFrom: true, validUntil: true, usageLimit: true,
      usedCount: true, perBuyerLimit: true, minSubtotalPaise: true, maxDiscountPaise: true, eventId: true, organizerId: true,
    },
  });
  if (!coupon) throw new AppError("COUPON_INVALID", `There is no coupon ${code}.`, { field: "couponCode" });
  if (coupon.perBuyerLimit !== null) {
    const used = await db.couponRedemption.count({ where: { couponId: coupon.id, userId, state: { not: "RETURNED" } } });
    if (used >= coupon.perBuyerLimit) throw couponExhausted(code);
  }
  return coupon;
}
