import type { Db } from "~/server/db/db";
import { eachRow } from "~/server/services/each-row";
import { transaction } from "~/server/db/transaction";
import { lockIdleStanding } from "~/server/services/sale/locks";
import { clearStale } from "./write-seats";

const BATCH = 200;

/**
 * Tidies up holds past their time; nothing depends on it. A batch of buyers a transaction, rows that someone works
 * on are skipped, so that two of these at once, or none, do no harm.
 * @returns how many seats and holds were cleared
 */
export async function releaseExpiredHolds({ db, batch = BATCH }: { db: Db; batch?: number }): Promise<{ seats: number; holds: number }> {
  const done = { seats: 0, holds: 0 };
  for (let after = ["", ""]; ; ) {
    const stale = await db.$queryRaw<{ userId: string; eventId: string }[]>`
      SELECT "userId", "eventId" FROM "SeatHold"
       WHERE cardinality("seatIds") > 0 AND "expiresAt" <= now() AND ("userId", "eventId") > (${after[0]}, ${after[1]})
       ORDER BY "userId", "eventId" LIMIT ${batch}`;
    const last = stale.at(-1);
    if (!last) return done;
    after = [last.userId, last.eventId];
    await eachRow({
      db,
      work: "release-expired-holds",
      rows: stale,
      idOf: ({ userId, eventId }) => `${userId}:${eventId}`,
      run: async (holder) => {
        const seats = await clearHold(db, holder);
        done.seats += seats;
        done.holds += seats > 0 ? 1 : 0;
      },
    });
  }
}

async function clearHold(db: Db, { userId, eventId }: { userId: string; eventId: string }): Promise<number> {
  return transaction(db, async (tx) => {
    const standing = await lockIdleStanding(tx, { userId, eventId });
    return standing ? clearStale(tx, standing) : 0;
  });
}
