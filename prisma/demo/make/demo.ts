import type { Db, Tx } from "../../../src/server/db/db";
import { transaction } from "../../../src/server/db/transaction";
import { makeAuditTrail, makeCancellationTasks, makeReviews } from "./after";
import { makeCoupons } from "./coupons";
import { makeEvents } from "./events";
import { makeMessages } from "./messages";
import { makePeople } from "./people";
import { createRandom } from "./random";
import { makeSales } from "./sales";
import { makeVenues } from "./venues";

/**
 * The whole demo, in one transaction. Says what it did in one line. Of two that start at once the second waits at its
 * first rows, which bear the same ids, and is then told by Serializable to look again: the database is in use.
 */
export async function makeDemo({
  db,
  now,
  log,
}: {
  db: Db;
  now: Date;
  log: (line: string) => void;
}): Promise<void> {
  const startedAt = performance.now();
  const facts = await transaction(
    db,
    async (tx) => {
      if (!(await isEmpty(tx))) return null;
      const seeding = { tx, now, random: createRandom("aisle") };
      const people = await makePeople(seeding);
      const venues = await makeVenues(seeding, people);
      const events = await makeEvents(seeding, people, venues);
      const coupons = makeCoupons(seeding, people, events);
      const { ledger, buyerBookingIds } = await makeSales(seeding, people, events, coupons);
      await makeReviews(seeding, people, events, ledger);
      await makeMessages(seeding, people, events, buyerBookingIds);
      await makeAuditTrail(seeding, events);
      await makeCancellationTasks(seeding, events);
      const seats = events.reduce((sum, event) => sum + event.venue.plan.seatCount, 0);
      return { events: events.length, venues: venues.size, seats, bookings: ledger.Booking.length };
    },
    { timeoutMs: 120_000, deadlineMs: 300_000 },
  );
  if (!facts) {
    log("The database is in use already: no demo data added.");
    return;
  }
  await db.$executeRaw`ANALYZE`;
  const count = (value: number) => value.toLocaleString("en-IN");
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  log(
    `Demo data: ${facts.events} events at ${facts.venues} venues, ${count(facts.seats)} seats, ${count(facts.bookings)} bookings, in ${seconds} s.`,
  );
}

async function isEmpty(tx: Tx): Promise<boolean> {
  const found = await Promise.all([tx.user.findFirst(), tx.venue.findFirst(), tx.event.findFirst()]);
  return found.every((row) => row === null);
}
