import type { Tx } from "~/server/db/db";

/**
 * A paid booking has used its coupon. Where the use had been given back (late money), it is taken again if one is
 * left; if none is, the price is honoured all the same and the use is not counted (docs/decisions/0041).
 */
export async function useCoupon(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
  const kept = await tx.couponRedemption.updateMany({ where: { bookingId, state: "RESERVED" }, data: { state: "USED" } });
  if (kept.count > 0) return;
  const again = await tx.$executeRaw`
    UPDATE "Coupon" SET "usedCount" = "usedCount" + 1
     WHERE id = (SELECT "couponId" FROM "CouponRedemption" WHERE "bookingId" = ${bookingId} AND state = 'RETURNED')
       AND ("usageLimit" IS NULL OR "usedCount" < "usageLimit")`;
  if (again > 0) await tx.couponRedemption.updateMany({ where: { bookingId }, data: { state: "USED" } });
}
