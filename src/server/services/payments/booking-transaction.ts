import type { Db, Tx } from "~/server/db";
import { transaction } from "~/server/transaction";
import { lockBooking, type LockedBooking } from "./lock-booking";

/** Milliseconds: money waits longer for its turn than a buyer's click does. Nobody gains by giving up. */
const PATIENCE_MS = 6_000;

/**
 * A transaction about one booking, which it locks before anything else; null where there is none. From then on
 * everything that `work` reads and writes is the booking's own, or is locked (standing, then seats in order), or is
 * written with a condition, and every rule has its constraint. So it runs at Read Committed: two of one booking wait
 * for each other, two of different bookings never meet. At Serializable eight buyers who pay at once lose a third of
 * their payments to conflicts over index pages (docs/decisions/0040).
 * @throws AppError BUSY; whatever `work` throws
 */
export function bookingTransaction<T>(
  db: Db,
  bookingId: string,
  work: (tx: Tx, booking: LockedBooking | null) => Promise<T>,
): Promise<T> {
  return transaction(db, async (tx) => work(tx, await lockBooking(tx, bookingId)), {
    isolation: "ReadCommitted",
    deadlineMs: PATIENCE_MS,
  });
}
