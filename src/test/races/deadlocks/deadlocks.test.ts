import { expect, it, vi } from "vitest";
import { testDb } from "~/test/harness/database";

// Holds and bookings of three seconds, so that time runs out while others are at the same rows.
vi.hoisted(() => {
  process.env.SEAT_HOLD_TTL = "3";
  process.env.BOOKING_TTL = "3";
});
const { env } = await import("~/env");
const { runDeadlockStorm } = await import("./storm");

const admin = testDb();

it("no two verbs lock each other out, whoever meets whom on the same rows", async () => {
  const report = await runDeadlockStorm({ admin, url: env.DATABASE_URL, seed: 1, ops: 900 });
  expect(report.deadlocks).toBe(0);
  expect(report.faults).toEqual([]);
  expect(report.broken).toEqual([]);
  // A storm in which nobody gets anything, or nobody is refused, shows nothing. On a slow machine few are paid in time.
  const seldom = ["hold", "create", "release", "expire", "tidy"].filter((verb) => !report.done[verb]);
  expect(seldom).toEqual([]);
  expect(report.refused["hold SEAT_TAKEN"]).toBeGreaterThan(10);
}, 180_000);
