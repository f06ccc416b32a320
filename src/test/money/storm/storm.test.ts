import { expect, it } from "vitest";
import { env } from "~/env";
import { testDb } from "../../harness/database";
import { runStorm } from "./storm";

const db = testDb();

// The long one: npm run test:money -- --bookings 2000 --kills 6 --seed 1
it("survives a storm of payments and webhooks, killed twice: no paisa unexplained, no seat sold twice", async () => {
  const { events, bookingsBy, refundsBy, kills, faults, seed, bookings, ...books } = await runStorm({
    db, databaseUrl: env.DATABASE_URL, seed: 20_26, bookings: 100, kills: 2,
  });
  expect(books).toEqual({
    broken: [],
    disagreements: [],
    open: { payments: 0, refunds: 0, webhooks: 0, forged: 0, twice: 0 },
    hanging: [],
    seatsSoldTwice: 0,
    unexplainedPaise: 0,
  });
  expect({ kills, faults, seed, bookings }).toMatchObject({ kills: 2, faults: [] });
  expect(events.sent).toBeGreaterThan(300);
  expect(bookingsBy.CONFIRMED).toBeGreaterThan(50);
  expect(Object.keys(refundsBy)).toContain("SECOND_PAYMENT");
});
