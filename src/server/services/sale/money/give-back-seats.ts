import type { Tx } from "~/server/db/db";
import { unbookSeats } from "~/server/services/sale/seats/write-seats";
import type { LockedBooking } from "~/server/services/sale/locks";

/**
 * A confirmed booking's seats are free again; the caller holds the booking's lock and says what becomes of it.
 * @throws Error where a seat was not sold to it: then the books are wrong, and nothing is written
 */
export async function giveBackSeats(tx: Tx, booking: LockedBooking): Promise<void> {
  const items = await tx.bookingItem.updateMany({ where: { bookingId: booking.id, live: true }, data: { live: false } });
  const freed = await unbookSeats(tx, booking);
  if (freed !== booking.seatIds.length || items.count !== booking.seatIds.length) {
    throw new Error(`booking ${booking.id}: ${items.count} live items, ${freed} seats freed of ${booking.seatIds.length}`);
  }
}
