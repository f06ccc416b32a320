import { retryAfterMs } from "~/domain/retry";
import { Prisma } from "~/generated/prisma/client";
import { inParallel } from "~/lib/in-parallel";
import type { Db } from "~/server/db/db";
import { log } from "~/server/log";

type Rows<T> = {
  db: Db;
  /** What is done to the rows; one that fails here may do well elsewhere. */
  work: string;
  rows: readonly T[];
  idOf: (row: T) => string;
  run: (row: T) => Promise<unknown>;
  /** How many at a time; 1 unless said. */
  width?: number;
  /** By `performance.now()`, after which no further row is begun. */
  stopAt?: number;
};

/**
 * Runs a job's rows, each for itself: one that throws is logged and set back (15 s, then ever longer, up to 6 hours),
 * and the next has its turn. The job leaves out what is set back with `notSetBack`.
 * @returns how many failed
 */
export async function eachRow<T>({ db, work, rows, idOf, run, width = 1, stopAt = Infinity }: Rows<T>): Promise<number> {
  let failed = 0;
  await inParallel(rows, width, async (row) => {
    if (performance.now() >= stopAt) return;
    try {
      await run(row);
    } catch (error) {
      failed += 1;
      await setBack(db, work, idOf(row), error);
    }
  });
  return failed;
}

/** For the WHERE of a job's query: leaves out rows that failed lately; `id` is the column that `idOf` reads. */
export function notSetBack(work: string, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "FailedRow" f WHERE f.work = ${work} AND f."rowId" = ${id} AND f."nextAttemptAt" > now())`;
}

async function setBack(db: Db, work: string, rowId: string, error: unknown): Promise<void> {
  log.error({ work, rowId, err: error }, "a row was left for later");
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  const known = await db.failedRow.findUnique({ where: { work_rowId: { work, rowId } }, select: { attempts: true } });
  const attempts = (known?.attempts ?? 0) + 1;
  await db.$executeRaw`
    INSERT INTO "FailedRow" (work, "rowId", attempts, "nextAttemptAt", "lastError")
    VALUES (${work}, ${rowId}, ${attempts}, now() + make_interval(secs => ${retryAfterMs(attempts) / 1_000}), ${lastError})
    ON CONFLICT (work, "rowId") DO UPDATE
       SET attempts = EXCLUDED.attempts, "nextAttemptAt" = EXCLUDED."nextAttemptAt", "lastError" = EXCLUDED."lastError"`;
}
