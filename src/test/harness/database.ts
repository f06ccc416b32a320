import { afterAll, beforeAll, beforeEach } from "vitest";
import { env } from "~/env";
import { createDb, db, type Db } from "~/server/db/db";
import { allAnswered } from "./under-way";

/**
 * The worker's own database, empty before each test. Call it once, at the top of a test file:
 * `const db = testDb();`. It is the client that the product uses.
 *
 * @param options.reset "file" empties it once, for files whose tests share a costly fixture made in `beforeAll`
 */
export function testDb(options: { reset?: "test" | "file" } = {}): Db {
  if (options.reset === "file") beforeAll(() => resetDatabase());
  else beforeEach(() => resetDatabase());
  afterAll(async () => {
    await allAnswered();
    await db.$disconnect();
  });
  return db;
}

/**
 * Another client with its own pool, as a second process would have: for races. Ended with the file.
 *
 * @param poolSize connections it may open, 5 unless told
 */
export function anotherDb(poolSize?: number): Db {
  const other = createDb({ url: env.DATABASE_URL, poolSize });
  afterAll(async () => {
    await allAnswered();
    await other.$disconnect();
  });
  return other;
}

/** Empties every table that holds something; sequences start again. What the test before has asked for is answered first. */
export async function resetDatabase(): Promise<void> {
  await allAnswered();
  await db.$executeRawUnsafe(EMPTY);
}

const EMPTY = `
DO $$
DECLARE
  name text;
  filled text[] := '{}';
  has_rows boolean;
BEGIN
  FOR name IN SELECT quote_ident(tablename) FROM pg_tables
               WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', name) INTO has_rows;
    IF has_rows THEN filled := filled || name; END IF;
  END LOOP;
  IF filled <> '{}' THEN
    EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' RESTART IDENTITY CASCADE';
  END IF;
END $$`;
