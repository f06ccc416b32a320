import { Prisma } from "~/generated/prisma/client";
import type { Db, Tx } from "~/server/db/db";
import { eachRow, notSetBack } from "~/server/services/each-row";
import { transaction } from "~/server/db/transaction";
import { lockBooking } from "~/server/services/sale/locks";
import { freeHeldSeats } from "~/server/services/sale/seats/write-seats";

const BATCH = 100;
const WORK = "expire-pending-bookings";

/**
 * Writes down what time has decided already: pending bookings past their time become EXPIRED, their seats free,
 * their coupons usable again. A transaction each, each looked at again behind its locks: safe to run twice at once, or never.
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

/** Expires one booking where it is due, in a transaction that has locked nothing yet. */
export async function expireInside(tx: Tx, bookingId: string): Promise<boolean> {
  const booking = await lockBooking(tx, bookingId);
  if (booking?.status !== "PENDING" || booking.holdsUntil > booking.now) return false;
  await freeHeldSeats(tx, booking);
  await tx.$executeRaw`SELECT end_bookings(ARRAY[${bookingId}], 'EXPIRED', NULL)`;
  return true;
}
