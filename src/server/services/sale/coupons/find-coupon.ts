import { couponExhausted, type CouponTerms } from "~/domain/coupon";
import type { Db, Tx } from "~/server/db/db";
import { noSuchCoupon } from "./reservable";

export type Coupon = CouponTerms & { id: string; perBuyerLimit: number | null };

/**
 * A coupon by its code, where this buyer has uses of it left. Uses that are reserved by bookings past their time
 * do not count, whether or not the job has run.
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
  if (!coupon) throw noSuchCoupon(code);
  if (coupon.perBuyerLimit !== null) {
    const own = await countUses(db, coupon.id, userId);
    if (own.all - own.stale >= coupon.perBuyerLimit) throw couponExhausted(code);
  }
  const full = coupon.usageLimit !== null && coupon.usedCount >= coupon.usageLimit;
  const { stale } = full ? await countUses(db, coupon.id) : { stale: 0 };
  return { ...coupon, usedCount: coupon.usedCount - stale };
}

/** Uses of a coupon, by one buyer where given; `stale` are reserved by bookings past their time. */
async function countUses(db: Db | Tx, couponId: string, userId: string | null = null): Promise<{ all: number; stale: number }> {
  const [uses] = await db.$queryRaw<{ all: number; stale: number }[]>`
    SELECT count(*)::int AS all,
           (count(*) FILTER (WHERE d.state = 'RESERVED' AND b.status = 'PENDING' AND b."holdsUntil" <= now()))::int AS stale
      FROM "CouponRedemption" d JOIN "Booking" b ON b.id = d."bookingId"
     WHERE d."couponId" = ${couponId} AND d.state <> 'RETURNED' AND (${userId}::text IS NULL OR d."userId" = ${userId})`;
  return uses ?? { all: 0, stale: 0 };
}
