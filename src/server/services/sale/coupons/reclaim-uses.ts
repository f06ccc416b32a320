import type { Tx } from "~/server/db/db";
import { expireInside } from "~/server/services/sale/bookings/expire-pending";

/** Looked at most, so that a buyer does not wait for a whole backlog. */
const AT_MOST = 5;

/**
 * Gives back uses that are reserved by bookings past their time, whether or not the job has run: a use that nobody
 * can pay for any more is in nobody's way. @returns how many
 */
export async function reclaimUses(tx: Tx, { couponId }: { couponId: string }): Promise<number> {
  const stale = await tx.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM "CouponRedemption" d JOIN "Booking" b ON b.id = d."bookingId"
     WHERE d."couponId" = ${couponId} AND d.state = 'RESERVED'
       AND b.status = 'PENDING' AND b."holdsUntil" <= now()
     ORDER BY b."holdsUntil" LIMIT ${AT_MOST}`;
  let given = 0;
  for (const { id } of stale) if (await expireInside(tx, id)) given++;
  return given;
}
