import type { Tx } from "~/server/db";

/** Gives back the use that an unpaid booking had reserved; a second call, or a booking without a coupon, does nothing. */
export async function returnCoupon(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      UPDATE "CouponRedemption" SET state = 'RETURNED' WHERE "bookingId" = ${bookingId} AND state = 'RESERVED' RETURNING "couponId")
    UPDATE "Coupon" SET "usedCount" = "usedCount" - 1 WHERE id IN (SELECT "couponId" FROM given)`;
}
