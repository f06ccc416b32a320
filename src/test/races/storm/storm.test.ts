import { expect, it, vi } from "vitest";
import { anotherDb, testDb } from "~/test/harness/database";

// Holds and bookings of a second, so that many run out while the storm lasts.
vi.hoisted(() => {
  process.env.SEAT_HOLD_TTL = "1";
  process.env.BOOKING_TTL = "1";
});
const { runStorm } = await import("./storm");

const admin = testDb();
const dbs = [anotherDb(4), anotherDb(4)];

it.each([
  { seed: 1, jobs: 2, killEvery: 0 },
  { seed: 2, jobs: 0, killEvery: 25 },
  { seed: 3, jobs: 1, killEvery: 25 },
])("has a legal order and sound books: seed $seed, jobs x $jobs, a connection killed each $killEvery calls", async (chaos) => {
  const report = await runStorm({ dbs, admin, ops: 800, enough: 120, buyers: 16, seats: 24, ...chaos });
  expect(report.violations).toEqual([]);
  expect(report.broken).toEqual([]);
  // A storm in which nothing is sold, refused or lost shows nothing.
  expect(report.done).toBeGreaterThan(100);
  expect(report.failed.SEAT_TAKEN).toBeGreaterThan(20);
  if (chaos.killEvery > 0) expect(report.unknown).toBeGreaterThan(0);
});
