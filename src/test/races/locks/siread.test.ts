import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Client } from "pg";
import { env } from "~/env";
import { testBank } from "~/test/harness/bank";
import { anotherDb, testDb } from "~/test/harness/database";
import type { State } from "~/test/races/interleave/states";
import { session, type Verb } from "~/test/races/interleave/verbs";

vi.hoisted(() => {
  process.env.SEAT_HOLD_TTL = "36000";
  process.env.BOOKING_TTL = "36000";
});
const { makeState } = await import("~/test/races/interleave/states");

const db = testDb();
const own = anotherDb(3);
const bank = testBank(db);
const watcher = new Client({ connectionString: env.DATABASE_URL });
beforeAll(() => watcher.connect());
afterAll(() => watcher.end());

/** What a sale writes: whoever reads a page of these that everybody writes conflicts with strangers. */
const written = ["Booking", "BookingItem", "CouponRedemption", "Notification", "Outbox", "Payment", "Refund", "Seat", "SeatHold"];

/**
 * Indexes in whose order time comes first: all new rows go to one page. Ids of what a sale makes are random, so that
 * theirs go everywhere.
 */
async function newestPages(): Promise<string[]> {
  const { rows } = await watcher.query<{ name: string }>(`
    SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid::regclass::text = ANY ($1) AND a.atttypid IN ('timestamptz'::regtype, 'bigint'::regtype, 'int'::regtype)`, [written.map((table) => `"${table}"`)]);
  return rows.map(({ name }) => name.replaceAll('"', ""));
}

/** Pages and whole indexes that a verb's transactions have read, as PostgreSQL keeps them while another one is open. */
async function readBy(verb: () => Promise<unknown>): Promise<string[]> {
  await watcher.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
  await watcher.query(`SELECT 1 FROM "Venue" LIMIT 1`);
  await verb();
  const { rows } = await watcher.query<{ name: string }>(`
    SELECT DISTINCT c.relname AS name FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
     WHERE l.mode = 'SIReadLock' AND l.locktype <> 'tuple' AND c.relkind = 'i' AND l.pid <> pg_backend_pid()
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
  await watcher.query("ROLLBACK");
  return rows.map(({ name }) => name);
}

it("knows the indexes that it is about, and sees what is read", async () => {
  expect(await newestPages()).toContain("Booking_pending_idx");
  const [user] = await db.user.findMany({ select: { id: true } });
  expect(user).toBeUndefined();
  const looking = () => own.$transaction((tx) => tx.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), (SELECT count(*) FROM "Booking" WHERE status = 'PENDING' AND "holdsUntil" < now())`, { isolationLevel: "Serializable" });
  expect(await readBy(looking)).toContain("Booking_pending_idx");
});

/** While tables are small the planner takes any index that fits, today this one and tomorrow another: none may fit. */
it("has no function that could look for bookings by their being pending", async () => {
  const { rows } = await watcher.query<{ name: string }>(`
    SELECT proname AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prosrc ~ '"Booking"' AND prosrc ~ 'b\\.status = ''PENDING'''`);
  expect(rows).toEqual([]);
});

it.each<[Verb, State, Verb?]>([
  ["hold", "free"],
  ["hold", "held", "extend"],
  ["extend", "held"],
  ["release", "waiting"],
  ["create", "held"],
  ["create", "waiting"],
  ["confirm", "pending"],
  ["confirm", "lapsed"],
  ["cancel", "pending"],
  ["cancel", "sold"],
  ["refund", "sold"],
  ["expire", "lapsed"],
])("%s (%s) reads no index whose newest page everyone writes", async (verb, state, meets = verb) => {
  const scene = await makeState(db, bank, state);
  const read = await readBy(() => session(verb, meets, scene, state, bank.gateway, false)(own));
  expect(read).not.toEqual([]);
  const newest = await newestPages();
  expect(read.filter((index) => newest.includes(index))).toEqual([]);
});
