import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { expireInside } from "./expire-pending";

/** Looked at most, so that a buyer does not wait for a whole backlog. */
const AT_MOST = 5;

/**
 * Gives back uses that are reserved by bookings past their time, whether or not the job has run: a use that nobody
 * can pay for any more is in nobody's way. Strangers' bookings, so in transactions of their own, before the buyer's.
 */
export async function reclaimUses(db: Db, { couponId }: { couponId: string }): Promise<void> {
  const stale = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM "CouponRedemption" d JOIN "Booking" b ON b.id = d."bookingId"
     WHERE d."couponId" = ${couponId} AND d.state = 'RESERVED'
       AND b.status = 'PENDING' AND b."holdsUntil" <= now()
     ORDER BY b."holdsUntil" LIMIT ${AT_MOST}`;
  for (const { id } of stale) await transaction(db, (tx) => expireInside(tx, id));
}
