import { randomUUID } from "node:crypto";
import { AppError } from "~/domain/errors";
import type { Db, Tx } from "~/server/db/db";

/** A request and who works on it: the row that its repeats find. Each step is one statement. */

/** Seconds that a request is one executor's alone, unless it is prolonged: after a crash another takes it up. */
const LEASE_SECONDS = 6;
const PROLONG_MS = 2_000;

export type Claimed = { executor: string; effect: string | null };
export type Found = { requestHash: string; status: number | null; answer: string | null };

/** Takes a request up: it is new, over a day old, or left behind by an executor that is gone. Null: it is not to be had. */
export async function claim(db: Db, id: string, requestHash: string): Promise<Claimed | null> {
  const executor = randomUUID();
  const [row] = await db.$queryRaw<{ effect: string | null }[]>`
    INSERT INTO "ApiRequest" AS r (id, "requestHash", executor, "lockedUntil")
    VALUES (${id}, ${requestHash}, ${executor}, now() + ${LEASE_SECONDS} * interval '1 second')
    ON CONFLICT (id) DO UPDATE SET executor = EXCLUDED.executor, "lockedUntil" = EXCLUDED."lockedUntil",
      effect = CASE WHEN r."createdAt" < now() - interval '24 hours' THEN NULL ELSE r.effect END,
      "requestHash" = EXCLUDED."requestHash", status = NULL, answer = NULL,
      "createdAt" = CASE WHEN r."createdAt" < now() - interval '24 hours' THEN now() ELSE r."createdAt" END
    WHERE r."createdAt" < now() - interval '24 hours'
       OR (r.status IS NULL AND r."lockedUntil" <= now() AND r."requestHash" = EXCLUDED."requestHash")
    RETURNING effect`;
  return row ? { executor, effect: row.effect } : null;
}

export function find(db: Db, id: string): Promise<Found | null> {
  return db.apiRequest.findUnique({ where: { id }, select: { requestHash: true, status: true, answer: true } });
}

/** Prolongs the lease for as long as the executor works; call what is returned to stop. */
export function keepLease(db: Db, id: string, { executor }: Claimed): () => void {
  const prolong = () =>
    void db.$executeRaw`
      UPDATE "ApiRequest" SET "lockedUntil" = now() + ${LEASE_SECONDS} * interval '1 second'
       WHERE id = ${id} AND executor = ${executor} AND status IS NULL`.then(undefined, () => undefined);
  const timer = setInterval(prolong, PROLONG_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Keeps what the first transaction decided, in that transaction.
 * @throws AppError IN_PROGRESS where another has taken the request over: then nothing of this one's is saved
 */
export async function keepEffect(tx: Tx, id: string, { executor }: Claimed, effect: string): Promise<void> {
  const kept = await tx.$executeRaw`
    UPDATE "ApiRequest" SET effect = coalesce(effect, ${effect}) WHERE id = ${id} AND executor = ${executor}`;
  if (kept === 0) throw inProgress();
}

export async function keepAnswer(db: Db, id: string, { executor }: Claimed, status: number, answer: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "ApiRequest" SET status = ${status}, answer = ${answer} WHERE id = ${id} AND executor = ${executor}`;
}

/** Leaves a request that could not be answered to its next repeat: with its effect, or as if it had never come. */
export async function letGo(db: Db, id: string, { executor }: Claimed): Promise<void> {
  await db.$executeRaw`DELETE FROM "ApiRequest" WHERE id = ${id} AND executor = ${executor} AND effect IS NULL`;
  await db.$executeRaw`UPDATE "ApiRequest" SET "lockedUntil" = now() WHERE id = ${id} AND executor = ${executor}`;
}

export function inProgress(): AppError {
  return new AppError("IN_PROGRESS", "The same request is still under way. Please ask again in a moment.", {
    facts: { retryAfterMs: 1_000 },
  });
}
