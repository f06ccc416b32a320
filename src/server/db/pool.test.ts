import { afterAll, expect, it } from "vitest";
import { anotherDb } from "~/test/harness/database";
import { isDatabaseAway, isDatabaseFull } from "./errors";
import { BoundedPool } from "./pool";
import { transaction } from "./transaction";

const CONNECTIONS = 2;
const WORK_SECONDS = 0.02;
const db = anotherDb(CONNECTIONS);
/** More than the line takes: 1.5 s of such work are some 150. */
const TOO_MANY = 1_000;

afterAll(() => db.$disconnect());

const work = () => db.$queryRaw`SELECT pg_sleep(${WORK_SECONDS}::float8)::text`;

/** How each of many at once came out. */
async function crowd(send: () => Promise<unknown>, count: number) {
  const answers = await Promise.allSettled(Array.from({ length: count }, send));
  const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as unknown] : []));
  return { done: count - refusals.length, refusals };
}

it("lets nobody into the line who would stand in it for more than 1.5 s", async () => {
  const pool = new BoundedPool({ connectionString: process.env.DATABASE_URL, max: CONNECTIONS });
  const visit = () => pool.query(`SELECT pg_sleep(${WORK_SECONDS})`);
  // So it learns how long such work takes.
  await crowd(visit, 100);
  const coming = crowd(visit, TOO_MANY);
  const { waitingCount, expectedWaitMs } = pool;
  expect(waitingCount).toBeGreaterThan(10);
  expect(waitingCount).toBeLessThan(TOO_MANY / 2);
  expect(expectedWaitMs).toBeLessThan(1_700);
  const { done, refusals } = await coming;
  expect(done).toBe(waitingCount);
  expect(refusals.every((error) => (error as { code: string }).code === "53300")).toBe(true);
  await pool.end();
}, 60_000);

it("tells those it turns away by what Prisma throws that the database is full, not away", async () => {
  const { done, refusals } = await crowd(work, TOO_MANY);
  expect(done).toBeGreaterThan(10);
  expect(refusals.length).toBeGreaterThan(100);
  expect(refusals.every((error) => isDatabaseFull(error) && !isDatabaseAway(error))).toBe(true);
}, 60_000);

it("says BUSY, and when to try again, to a transaction that finds no place", async () => {
  const { refusals } = await crowd(() => transaction(db, (tx) => tx.$queryRaw`SELECT pg_sleep(${WORK_SECONDS}::float8)::text`), 1_000);
  expect(refusals.length).toBeGreaterThan(500);
  for (const error of refusals) {
    expect(error).toMatchObject({ code: "BUSY", facts: { retryAfterMs: expect.any(Number) as number } });
  }
}, 60_000);

it("serves everybody again once the crowd has gone", async () => {
  await crowd(work, TOO_MANY);
  const { done, refusals } = await crowd(work, 20);
  expect({ done, refused: refusals.length }).toEqual({ done: 20, refused: 0 });
}, 60_000);
