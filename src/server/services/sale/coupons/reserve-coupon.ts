import { assertCouponApplies, couponExhausted } from "~/domain/coupon";
import type { Tx } from "~/server/db/db";
import { findCoupon, type Coupon } from "./find-coupon";
import { reclaimUses } from "./reclaim-uses";

/**
 * Takes one use of a coupon for a booking that is being made in this transaction: the caller writes the
 * CouponRedemption. The conditional update decides; the CHECK on usedCount stands behind it. Where all uses are
 * taken, those of bookings past their time are given back first.
 * @throws AppError COUPON_INVALID, COUPON_EXHAUSTED
 */
export async function reserveCoupon(
  tx: Tx,
  use: { code: string; userId: string; event: { id: string; organizerId: string }; subtotalPaise: number; now: Date },
): Promise<Coupon> {
  const coupon = await findCoupon(tx, use);
  assertCouponApplies(coupon, use);
  const take = () => tx.$executeRaw`
    UPDATE "Coupon" SET "usedCount" = "usedCount" + 1
     WHERE id = ${coupon.id} AND active AND ("usageLimit" IS NULL OR "usedCount" < "usageLimit")`;
  if ((await take()) > 0) return coupon;
  if ((await reclaimUses(tx, { couponId: coupon.id })) > 0 && (await take()) > 0) return coupon;
  throw couponExhausted(use.code);
}
