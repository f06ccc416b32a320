import { expect, it, vi } from "vitest";
import { env } from "~/env";
import { setTimes } from "~/test/harness/patience";
import { createDb, type Db } from "./db";
import { isDatabaseAway, isDatabaseFull } from "./errors";
import { BoundedPool } from "./pool";
import { transaction } from "./transaction";

const CONNECTIONS = 2;
const CROWD = 100;
/** As many as 5 ms of line take where each is thought to take half of one, and one more. */
const IN_LINE = 11;
const LINE = { poolLineMs: 5, firstGapMs: 0.5 };

/** Sends many at once; `refusals` fills up while the others still stand in line. */
function crowd(send: () => Promise<unknown>, count: number) {
  const refusals: unknown[] = [];
  const refuse = (error: unknown) => void refusals.push(error);
  return { refusals, over: Promise.all(Array.from({ length: count }, () => send().catch(refuse))) };
}

/** Takes every connection there is, until told to give them back. */
async function takeAll(db: Db): Promise<() => Promise<unknown>> {
  let giveBack = () => {};
  const until = new Promise<void>((resolve) => (giveBack = resolve));
  const takers = Array.from({ length: CONNECTIONS }, () => {
    let taken = () => {};
    const inside = new Promise<void>((resolve) => (taken = resolve));
    const over = transaction(db, async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      taken();
      await until;
    });
    return { inside, over };
  });
  await Promise.all(takers.map(({ inside }) => inside));
  return () => {
    giveBack();
    return Promise.all(takers.map(({ over }) => over));
  };
}

/** What a crowd is told that finds every connection taken; whoever was let into the line is served afterwards. */
async function whenFull(send: (db: Db) => Promise<unknown>) {
  setTimes(LINE);
  const db = createDb({ url: env.DATABASE_URL, poolSize: CONNECTIONS });
  const giveBack = await takeAll(db);
  const { refusals, over } = crowd(() => send(db), CROWD);
  await expect.poll(() => refusals.length, { timeout: 60_000 }).toBe(CROWD - IN_LINE);
  await giveBack();
  await over;
  expect(refusals).toHaveLength(CROWD - IN_LINE);
  return { refusals, db };
}

it("lets nobody into the line who would stand in it for more than the line may take", async () => {
  setTimes({ poolLineMs: 1_500, firstGapMs: 0.5 });
  // By this clock each of them takes 10 ms, whatever the machine has to do besides.
  let clock = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (clock += 10));
  const pool = new BoundedPool({ connectionString: env.DATABASE_URL, max: CONNECTIONS });
  const visit = () => pool.query("SELECT 1");
  // So it learns how long such work takes.
  await crowd(visit, 150).over;
  const { refusals, over } = crowd(visit, 1_000);
  const { waitingCount, expectedWaitMs } = pool;
  expect(waitingCount).toBeGreaterThan(145);
  expect(waitingCount).toBeLessThan(160);
  expect(expectedWaitMs).toBeLessThan(1_515);
  await over;
  expect(refusals.length).toBeGreaterThanOrEqual(1_000 - waitingCount - CONNECTIONS);
  expect(refusals.every((error) => (error as { code: string }).code === "53300")).toBe(true);
  await pool.end();
});

it("tells those it turns away by what Prisma throws that the database is full, not away", async () => {
  const { refusals, db } = await whenFull((db) => db.$queryRaw`SELECT 1`);
  expect(refusals.every((error) => isDatabaseFull(error) && !isDatabaseAway(error))).toBe(true);
  await db.$disconnect();
});

it("says BUSY, and when to try again, to a transaction that finds no place", async () => {
  const { refusals, db } = await whenFull((db) => transaction(db, (tx) => tx.$queryRaw`SELECT 1`));
  for (const error of refusals) {
    expect(error).toMatchObject({ code: "BUSY", facts: { retryAfterMs: expect.any(Number) as number } });
  }
  await db.$disconnect();
});

it("serves everybody again once the crowd has gone", async () => {
  const { db } = await whenFull((db) => db.$queryRaw`SELECT 1`);
  setTimes({ poolLineMs: 60_000 });
  const { refusals, over } = crowd(() => db.$queryRaw`SELECT 1`, 20);
  await over;
  expect(refusals).toEqual([]);
  await db.$disconnect();
});
