import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { patience, room } from "~/server/patience";
import { lockBooking, type LockedBooking } from "~/server/services/sale/locks";

/**
 * A transaction about one booking, which it locks before anything else, behind its event and its buyer's standing; null
 * where there is none. Two of one booking wait for each other (docs/decisions/0080).
 * @throws AppError BUSY; whatever `work` throws
 */
export function bookingTransaction<T>(
  db: Db,
  bookingId: string,
  work: (tx: Tx, booking: LockedBooking | null) => Promise<T>,
): Promise<T> {
  return transaction(db, async (tx) => work(tx, await lockBooking(tx, bookingId)), { deadlineMs: patience.bookingMs, tries: room.moneyTries });
}
