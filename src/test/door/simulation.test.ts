import { expect, it } from "vitest";
import { testDb } from "~/test/harness/database";
import { simulate } from "./simulate";

const db = testDb();

// The short form of `npm run test:door`.
it("keeps every scan once and lets no ticket in twice unnoticed, whatever network and phones do", async () => {
  const { faults, kills, scans } = await simulate({ db, seed: 7, scans: 240, tickets: 80, devices: 8, kills: 24 });
  expect(faults).toEqual([]);
  expect(kills).toBeGreaterThan(10);
  expect(scans).toBeGreaterThan(200);
}, 240_000);
