import { Client } from "pg";
import { expect } from "vitest";
import { env } from "~/env";

/** The lock that whoever is held up waits for. */
const GATE = 160_161;

/** What a request of the public API writes of itself: what it decided, in the same transaction; its answer, afterwards. */
export type Moment = "effect" | "answer";

/**
 * Holds up every request of the public API in the moment in which it writes one of the two, whichever process serves it.
 * `open` lets all go on, and must be called; `killed` ends in the database, too, whoever waits: their process is gone.
 */
export async function closeGate(moment: Moment) {
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.query(`SELECT pg_advisory_lock(${GATE})`);
  // Before the statement, not the row: no row is locked meanwhile, and those who prolong its lease go on. Who takes a
  // request up names these columns too, in an INSERT.
  await client.query(`
    CREATE OR REPLACE FUNCTION at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(${GATE}); RETURN NULL; END $$;
    CREATE TRIGGER gate BEFORE UPDATE OF ${moment} ON "ApiRequest" FOR EACH STATEMENT
      WHEN (current_query() ~* '^\\s*update') EXECUTE FUNCTION at_the_gate()`);
  const waiting = async () => {
    const found = await client.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${GATE} AND NOT granted`);
    return found.rows.map((row) => row.pid);
  };
  return {
    /** Resolves when so many stand there. */
    held: (count: number) => expect.poll(async () => (await waiting()).length, { timeout: 300_000 }).toBe(count),
    killed: async () => {
      await client.query("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid", [await waiting()]);
      await expect.poll(waiting, { timeout: 300_000 }).toEqual([]);
    },
    open: async () => {
      await client.query(`SELECT pg_advisory_unlock(${GATE})`);
      await client.query('DROP TRIGGER gate ON "ApiRequest"; DROP FUNCTION at_the_gate()');
      await client.end();
    },
  };
}
