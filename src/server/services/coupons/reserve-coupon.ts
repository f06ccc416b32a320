import { assertCouponApplies, couponExhausted } from "~/domain/coupon";
import type { Tx } from "~/server/db";
import { findCoupon, type Coupon } from "./find-coupon";

/**
 * Takes one use of a coupon for a booking that is being made in this transaction: the caller writes the
 * CouponRedemption. The conditional update decides; the CHECK on usedCount stands behind it.
 * @throws AppError COUPON_INVALID, COUPON_EXHAUSTED
 */
export async function reserveCoupon(
  tx: Tx,
  use: { code: string; userId: string; event: { id: string; organizerId: string }; subtotalPaise: number; now: Date },
): Promise<Coupon> {
  const coupon = await findCoupon(tx, use);
  assertCouponApplies(coupon, use);
  const taken = await tx.$executeRaw`
    UPDATE "Coupon" SET "usedCount" = "usedCount" + 1
     WHERE id = ${coupon.id} AND active AND ("usageLimit" IS NULL OR "usedCount" < "usageLimit")`;
  if (taken === 0) throw couponExhausted(use.code);
  return coupon;
}
