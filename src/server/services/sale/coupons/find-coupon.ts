import { couponExhausted, type CouponTerms } from "~/domain/coupon";
import type { Db, Tx } from "~/server/db/db";
import { noSuchCoupon } from "./reservable";

export type Coupon = CouponTerms & { id: string; perBuyerLimit: number | null };

/**
 * The coupon that a code names at an event, where this buyer has uses of it left. Uses that are reserved by bookings past their time
 * do not count, whether or not the job has run.
 * @throws AppError COUPON_INVALID (no such code), COUPON_EXHAUSTED (the buyer's own limit)
 */
export async function findCoupon(
  db: Db | Tx,
  { code, userId, event }: { code: string; userId: string; event: { id: string; organizerId: string } },
): Promise<Coupon> {
  const named = await db.coupon.findMany({
    where: { code, OR: [{ keeperId: { in: [event.organizerId, ""] } }, { eventId: event.id }] },
    select: {
      id: true, code: true, type: true, value: true, active: true, validFrom: true, validUntil: true, usageLimit: true,
      usedCount: true, perBuyerLimit: true, minSubtotalPaise: true, maxDiscountPaise: true, eventId: true, organizerId: true, keeperId: true,
    },
  });
  // The same order as `read_for_booking`: the event's own, its organizer's, the platform's.
  const rank = ({ eventId, keeperId }: (typeof named)[number]) => (eventId === event.id ? 0 : keeperId !== "" ? 1 : 2);
  const coupon = named.sort((a, b) => rank(a) - rank(b))[0];
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
