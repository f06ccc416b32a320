import { busy } from "~/domain/errors";
import { pace, patience, room } from "~/server/patience";
import type { Db, Tx } from "./db";
import { conflictShape, isDatabaseFull, isOverdue, type ConflictShape } from "./errors";
import { beforeWitness } from "./witness";
import { countBusy, countConflict, type BusyReason } from "~/server/metrics/metrics";

export { conflictShape, type ConflictShape } from "./errors";

export type TransactionOptions = {
  /** Milliseconds for all tries together; then BUSY. */
  deadlineMs?: number;
  /** Tries in all; who must get through in the end asks for more of them, within `deadlineMs`. */
  tries?: number;
  /** Milliseconds for the work of one try; long batches need more. */
  timeoutMs?: number;
  /** Told of each conflict, with its shape: for tests and metrics. */
  onConflict?: (shape: ConflictShape, attempt: number) => void;
};

/**
 * Opens a Serializable transaction; beside one-trip.ts the only place that does. The whole callback runs again after a
 * conflict, so it must have no effect outside the database and must let errors through: one swallowed inside resolves as
 * success while nothing is saved.
 * @throws AppError BUSY; whatever the callback throws
 */
export async function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  return retrying(
    (leftMs) =>
      db.$transaction((tx) => beforeWitness(work, tx), {
        isolationLevel: "Serializable",
        maxWait: Math.max(1, Math.ceil(leftMs)),
        timeout: options.timeoutMs ?? patience.tryMs,
      }),
    options,
  );
}

/**
 * Tries again what loses to a conflict: full jitter, a few tries within `patience.transactionMs`, then BUSY. `attempt` is told how many
 * milliseconds are left.
 * @throws AppError BUSY; whatever else `attempt` throws
 */
export async function retrying<T>(attempt: (leftMs: number) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const startedAt = performance.now();
  const deadlineMs = options.deadlineMs ?? patience.transactionMs;
  for (let tries = 0; ; tries++) {
    const leftMs = deadlineMs - (performance.now() - startedAt);
    if (tries === (options.tries ?? room.tries) || leftMs <= 0) throw told("conflicts", `gave up after ${tries} tries`);
    try {
      return await attempt(leftMs);
    } catch (error) {
      if (isDatabaseFull(error)) throw told("pool", "no connection in time", error);
      if (isOverdue(error)) throw told("overdue", "the transaction took longer than it may", error);
      const shape = conflictShape(error);
      if (!shape) throw error;
      countConflict(shape);
      options.onConflict?.(shape, tries);
      await sleep(Math.random() * Math.min(pace.backoffLastMs, pace.backoffFirstMs * 2 ** tries));
    }
  }
}

function told(reason: BusyReason, why: string, error?: unknown) {
  countBusy(reason);
  return busy(why, error);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
