import type { Tx } from "~/server/db/db";

/**
 * Gives back the use that a booking had reserved and never paid; a second call, or a booking without a coupon,
 * does nothing. `from: "USED"`: also where it was paid, and the money is gone again through no doing of the buyer's.
 */
export async function returnCoupon(tx: Tx, { bookingId, from = "RESERVED" }: { bookingId: string; from?: "RESERVED" | "USED" }): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      UPDATE "CouponRedemption" SET state = 'RETURNED'
       WHERE "bookingId" = ${bookingId} AND state = ${from}::"RedemptionState" RETURNING "couponId")
    UPDATE "Coupon" SET "usedCount" = "usedCount" - 1 WHERE id IN (SELECT "couponId" FROM given)`;
}
