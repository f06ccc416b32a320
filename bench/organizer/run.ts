import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { quantile } from "../closed-loop";
import { endToEndScans, largeTables } from "./plans";
import { questions } from "./questions";
import { largeWork } from "./large-work";
import { recordingDb, type Said } from "./recording-db";
import { makeWorld, world } from "./world";

/** Longer than what one event's availability is kept in the process, so that none is measured twice. */
const FORGOTTEN_MS = 320;
const LIMIT_MS = 100;

/**
 * Lists, searches, dashboards and reports as the organizer's and the admin's pages ask for them, one after another on
 * a shop of two years. Answers `organizer`: the 95th percentile of each in milliseconds, which are over 100, and which
 * statements read a large table from end to end, by their plans as carried out.
 */
export async function run(options: { databaseUrl: string; times: number; say: (line: string) => void }) {
  const { databaseUrl, times, say } = options;
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  const { db, listen } = recordingDb(databaseUrl);
  try {
    say("A shop with 1,000 events, 1,000,000 seats, 200,000 bookings ...");
    const seedSeconds = await makeWorld(pool, say);
    const large = await largeTables(pool);
    const p95Ms: Record<string, number> = {};
    const scans: Record<string, string[]> = {};
    for (const [name, ask] of Object.entries(questions)) {
      const said: Said[] = [];
      listen(said);
      await ask(db, 0);
      listen(null);
      const found = await endToEndScans(pool, said, large);
      if (found.length > 0) scans[name] = found;
      p95Ms[name] = await p95(
        () => sleep(name.startsWith("report") ? FORGOTTEN_MS : 0),
        (n) => ask(db, n),
        times,
      );
      say(`  ${name}: ${p95Ms[name]} ms${found.length > 0 ? `, ${found.join(", ")}` : ""}`);
    }
    const large50k = await largeWork(db);
    say(
      `  50,000 seats made in ${large50k.seatsMadeMs} ms, 50,000 tickets exported in ${large50k.ticketsExportedMs} ms`,
    );
    const worstP95Ms = Math.max(...Object.values(p95Ms));
    const over100Ms = Object.keys(p95Ms).filter((name) => p95Ms[name]! > LIMIT_MS);
    const scansLargeTables = Object.keys(scans).length > 0;
    return {
      organizer: {
        world,
        seedSeconds: Math.round(seedSeconds),
        p95Ms,
        ...large50k,
        worstP95Ms,
        over100Ms,
        scansLargeTables,
        endToEndScans: scans,
      },
    };
  } finally {
    await db.$disconnect();
    await pool.end();
  }
}

async function p95(
  before: () => Promise<unknown>,
  ask: (n: number) => Promise<unknown>,
  times: number,
): Promise<number> {
  const took: number[] = [];
  for (let n = 1; n <= times; n++) {
    await before();
    const began = performance.now();
    await ask(n);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return Math.round(quantile(took, 0.95) * 10) / 10;
}
