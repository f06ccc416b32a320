import { Prisma } from "~/generated/prisma/client";
import type { Db, Tx } from "~/server/db/db";
import { eachRow, notSetBack } from "~/server/services/each-row";
import { returnCoupon } from "~/server/services/sale/coupons/return-coupon";
import { transaction } from "~/server/db/transaction";

const BATCH = 100;
const WORK = "expire-pending-bookings";

/**
 * Writes down what time has decided already: pending bookings past their time become EXPIRED, their seats free,
 * their coupons usable again. Small transactions, rows in work are skipped: safe to run twice at once, or never.
 */
export async function expirePendingBookings({ db, batch = BATCH }: { db: Db; batch?: number }): Promise<{ bookings: number }> {
  let bookings = 0;
  for (;;) {
    const due = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Booking" b WHERE status = 'PENDING' AND "holdsUntil" <= now() AND ${notSetBack(WORK, Prisma.sql`b.id`)}
       ORDER BY "holdsUntil" LIMIT ${batch}`;
    let expired = 0;
    const failed = await eachRow({
      db,
      work: WORK,
      rows: due,
      idOf: ({ id }) => id,
      run: async ({ id }) => {
        if (await transaction(db, (tx) => expireInside(tx, id))) expired++;
      },
    });
    bookings += expired;
    if (due.length < batch || expired + failed === 0) return { bookings };
  }
}

/** Expires one booking where it is due. Also used lazily, where a stale booking stands in somebody's way. */
export async function expireInside(tx: Tx, bookingId: string): Promise<boolean> {
  const [booking] = await tx.$queryRaw<{ userId: string; eventId: string }[]>`
    SELECT "userId", "eventId" FROM "Booking"
     WHERE id = ${bookingId} AND status = 'PENDING' AND "holdsUntil" <= now() FOR UPDATE SKIP LOCKED`;
  if (!booking) return false;
  await tx.booking.update({ where: { id: bookingId }, data: { status: "EXPIRED" } });
  await returnCoupon(tx, { bookingId });
  const items = await tx.bookingItem.findMany({ where: { bookingId }, select: { seatId: true }, orderBy: { seatId: "asc" } });
  const seats = items.map((item) => item.seatId);
  await tx.$executeRaw`
    UPDATE "Seat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL, version = version + 1
     WHERE id = ANY (${seats}::text[]) AND status = 'HELD' AND "heldBy" = ${booking.userId} AND "heldUntil" <= now()`;
  await tx.$executeRaw`
    UPDATE "SeatHold" h SET "seatIds" = ARRAY(
       SELECT x FROM unnest(h."seatIds") x
        WHERE x <> ALL (${seats}::text[]) OR EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = x AND s."heldBy" = h."userId"))
     WHERE h."userId" = ${booking.userId} AND h."eventId" = ${booking.eventId}`;
  return true;
}
