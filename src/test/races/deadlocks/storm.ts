import { createDb, type Db } from "~/server/db/db";
import { razorpay } from "~/server/gateways/razorpay";
import type { Bank } from "~/server/gateways/sandbox/bank";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { serveApart } from "~/test/harness/served-bank";
import { seeded } from "../storm/random";
import { act, Buyer, staffDeeds, type Place } from "./crowd";

export type DeadlockReport = {
  seed: number;
  calls: number;
  /** By pg_stat_database: must be 0. */
  deadlocks: number;
  busy: number;
  /** What came through, by verb. */
  done: Record<string, number>;
  /** What was refused with a sentence, by verb and code. */
  refused: Record<string, number>;
  /** Errors that are no answers; must be none. */
  faults: string[];
  /** Rules of the audit that are broken. */
  broken: string[];
};

const keys = { keyId: "rzp_storm", keySecret: "the storm's key secret", webhookSecret: "the storm's webhook secret" };
const SEATS = 8;
const TABS = 3;

/**
 * Every verb against every other at once on the seats of one event, with one coupon: where two of them lock what both
 * want in different orders, PostgreSQL finds a deadlock, and counts it. Holds and bookings should last a few seconds
 * (SEAT_HOLD_TTL, BOOKING_TTL), so that time runs out while others are at it.
 * @param options.admin a client whose connections stay open; the storm's own are closed at the end
 */
export async function runDeadlockStorm(options: { admin: Db; url: string; seed: number; ops: number }): Promise<DeadlockReport> {
  const { admin, url, seed } = options;
  const bank: Bank = { db: admin, ...keys, webhookUrl: "", lateMs: 0, delivery: "manual" };
  const served = await serveApart(bank);
  const gateway = razorpay({ name: "sandbox", baseUrl: served.url, ...keys });
  const before = await deadlocks(admin);
  const dbs = [createDb({ url, poolSize: 6 }), createDb({ url, poolSize: 6 })];
  const place = await makePlace(admin);
  const people = await Promise.all(Array.from({ length: 4 }, () => makeUser(admin)));
  const report: DeadlockReport = { seed, calls: 0, deadlocks: 0, busy: 0, done: {}, refused: {}, faults: [], broken: [] };
  const note = (verb: string, answer: string) => {
    report.calls++;
    if (answer === "OK") report.done[verb] = (report.done[verb] ?? 0) + 1;
    else if (/^[A-Z_]+$/.test(answer) && answer !== "INTERNAL") report.refused[`${verb} ${answer}`] = (report.refused[`${verb} ${answer}`] ?? 0) + 1;
    else report.faults.push(`${verb}: ${answer}`);
    if (answer === "BUSY") report.busy++;
  };
  let left = options.ops;
  const worker = async (at: number, deedsOf: (here: Place, random: ReturnType<typeof seeded>) => Parameters<typeof act>[0]) => {
    const random = seeded(seed * 1_000 + at);
    const here: Place = { ...place, gateway, db: dbs[at % dbs.length]! };
    while (left-- > 0) await act(deedsOf(here, random), random, note);
  };
  const buyers = people.map((person) => new Buyer(person));
  const tabs = buyers.flatMap((buyer) => Array.from({ length: TABS }, () => (here: Place, random: ReturnType<typeof seeded>) => buyer.deeds(here, random)));
  await Promise.all([...tabs, staffDeeds, staffDeeds, staffDeeds].map((deeds, at) => worker(at, deeds)));
  // A connection tells what it has counted when it ends, at the latest.
  await Promise.all(dbs.map((db) => db.$disconnect()));
  served.close();
  await othersGone(admin);
  const audit = await auditBooks({ db: admin });
  report.broken = audit.rules.filter((rule) => rule.broken > 0).map((rule) => `${rule.name}: ${JSON.stringify(rule.examples.slice(0, 2))}`);
  report.deadlocks = (await deadlocks(admin)) - before;
  return report;
}

async function makePlace(db: Db): Promise<Omit<Place, "db" | "gateway">> {
  const sections = (name: string) => [{ name, rowCount: 1, seatsPerRow: SEATS }];
  const venues = [await makeVenue(db, { sections: sections("Box") }), await makeVenue(db, { sections: sections("Hall") })];
  const { event, organizerId } = await makeEvent(db, { venue: venues[0], orphanRule: "OFF", cancelUntilHours: 1, cancelRefundBps: 10_000 });
  const day = 86_400_000;
  const couponCode = "STORM";
  const terms = { type: "PERCENTAGE" as const, value: 1_000, usageLimit: 3, perBuyerLimit: 2 };
  await db.coupon.create({ data: { code: couponCode, ...terms, validFrom: new Date(Date.now() - day), validUntil: new Date(Date.now() + day) } });
  const seats = async () => (await db.seat.findMany({ where: { eventId: event.id }, select: { id: true }, orderBy: { ordinal: "asc" } })).map(({ id }) => id);
  return { eventId: event.id, organizer: { id: organizerId, role: "ORGANIZER" }, venues: venues.map(({ id }) => id), couponCode, seats };
}

async function deadlocks(db: Db): Promise<number> {
  await db.$queryRaw`SELECT pg_stat_clear_snapshot()::text`;
  const [row] = await db.$queryRaw<[{ deadlocks: bigint }]>`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row.deadlocks);
}

/** Waits until the storm's connections have ended; those that are idle belong to others. */
async function othersGone(db: Db): Promise<void> {
  for (let asked = 0; asked < 1_000; asked++) {
    const [row] = await db.$queryRaw<[{ n: number }]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`;
    if (row.n === 0) return;
  }
}
