import type { Db, Tx } from "~/server/db";
import { transaction } from "~/server/transaction";

/** Milliseconds: money waits longer for its turn than a buyer's click does. Nobody gains by giving up. */
const PATIENCE_MS = 6_000;

/**
 * A transaction about one booking. Its first statement must be `lockBooking`: from then on everything it reads and
 * writes is the booking's own, or is locked (standing, then seats in order), or is written with a condition, and
 * every rule has its constraint. So it runs at Read Committed: two of one booking wait for each other, two of
 * different bookings never meet. At Serializable eight buyers who pay at once lost a third of all attempts to
 * conflicts over index pages (docs/decisions/0040).
 * @throws AppError BUSY; whatever `work` throws
 */
export function bookingTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, work, { isolation: "ReadCommitted", deadlineMs: PATIENCE_MS });
}
