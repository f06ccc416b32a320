import type { Pool } from "pg";
import { people } from "./world/people";
import { places } from "./world/places";
import { sales } from "./world/sales";
import { traces } from "./world/traces";

/** What the figures are measured on. */
export const world = {
  events: 1_000,
  seats: 1_000_000,
  bookings: 200_000,
  /** The first event's, all sold in bookings of two. */
  largestEventSeats: 50_000,
  organizers: 20,
  buyers: 20_000,
  auditEntries: 200_000,
  mails: 200_000,
};

/** Ids of the world, by number from 1. */
export const ids = {
  event: (n: number) => `bw-event-${n}`,
  organizer: (n: number) => `bw-organizer-${n}`,
  admin: "bw-admin",
};

/**
 * A shop of two years, made by SQL alone. The first event is the largest; the first organizer has every third event,
 * the others share the rest.
 * @returns seconds that it took
 */
export async function makeWorld(pool: Pool, say: (line: string) => void): Promise<number> {
  const startedAt = performance.now();
  const client = await pool.connect();
  try {
    // The same world every time; and no waiting for the disk while it is made.
    await client.query(`SELECT setseed(0.5); SET synchronous_commit = off; SET work_mem = '128MB'`);
    for (const [what, statements] of Object.entries({ people, places, sales, traces })) {
      const began = performance.now();
      for (const statement of statements) await client.query(statement);
      say(`  ${what} ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    }
    await client.query(`VACUUM (ANALYZE)`);
  } finally {
    client.release(true);
  }
  return (performance.now() - startedAt) / 1_000;
}
