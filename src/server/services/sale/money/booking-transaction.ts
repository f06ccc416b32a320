import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { patience } from "~/server/patience";
import { lockBooking, type LockedBooking } from "./lock-booking";

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
    deadlineMs: patience.bookingMs,
  });
}

/** A buyer's standing at one event, locked, and the time of the transaction by the database's clock (UTC). */
export type LockedStanding = { now: Date };

/**
 * As `bookingTransaction`, where the booking is yet to be made: what is locked first is the buyer's own SeatHold, the
 * root of all that they do at one event; null where they have none (docs/decisions/0004).
 * @throws AppError BUSY; whatever `work` throws
 */
export function standingTransaction<T>(
  db: Db,
  { userId, eventId }: { userId: string; eventId: string },
  work: (tx: Tx, standing: LockedStanding | null) => Promise<T>,
): Promise<T> {
  return transaction(
    db,
    async (tx) => {
      const [standing] = await tx.$queryRaw<LockedStanding[]>`
        SELECT now() AS now FROM "SeatHold" WHERE "userId" = ${userId} AND "eventId" = ${eventId} FOR UPDATE`;
      return work(tx, standing ?? null);
    },
    { isolation: "ReadCommitted" },
  );
}
