import { busy } from "~/domain/errors";
import { isDatabaseFull } from "./errors";
import type { Db, Tx } from "./db";
import { beforeWitness } from "./witness";

const MAX_TRIES = 8;
const DEADLINE_MS = 1_500;
const BACKOFF_BASE_MS = 5;
const BACKOFF_CAP_MS = 250;

export type TransactionOptions = {
  /** Milliseconds for all tries together; then BUSY. */
  deadlineMs?: number;
  /** Milliseconds for the work of one try; long batches need more. */
  timeoutMs?: number;
  /**
   * ReadCommitted only through services/sale/money/booking-transaction.ts: work that locks its one root row first and
   * touches nothing outside its locks waits for its turn instead of losing it (docs/decisions/0040).
   */
  isolation?: "Serializable" | "ReadCommitted";
  /** Told of each conflict, with its shape: for tests and metrics. */
  onConflict?: (shape: ConflictShape, attempt: number) => void;
};

/**
 * Opens a Serializable transaction; the only place that does. The whole callback runs again after a conflict, so it
 * must have no effect outside the database and must let errors through: one swallowed inside resolves as success
 * while nothing is saved. Full jitter, up to 8 tries, about 1.5 s, then BUSY.
 * @throws AppError BUSY; whatever the callback throws
 */
export async function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const startedAt = performance.now();
  const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  for (let attempt = 0; ; attempt++) {
    const leftMs = deadlineMs - (performance.now() - startedAt);
    if (attempt === MAX_TRIES || leftMs <= 0) throw busy(`gave up after ${attempt} tries`);
    try {
      return await db.$transaction((tx) => beforeWitness(work, tx), {
        isolationLevel: options.isolation ?? "Serializable",
        maxWait: Math.max(1, Math.ceil(leftMs)),
        timeout: options.timeoutMs ?? 5_000,
      });
    } catch (error) {
      if (isDatabaseFull(error)) throw busy("no connection in time", error);
      if (isOverdue(error)) throw busy("the transaction took longer than it may", error);
      const shape = conflictShape(error);
      if (!shape) throw error;
      options.onConflict?.(shape, attempt);
      await sleep(Math.random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempt));
    }
  }
}

export type ConflictShape = "P2034" | "P2010" | "COMMIT";

type Loose = {
  code?: unknown;
  name?: unknown;
  cause?: Loose;
  kind?: unknown;
  originalCode?: unknown;
  meta?: { driverAdapterError?: { cause?: Loose } };
};

/**
 * Which of the three shapes of a serialization conflict an error has, or null: the query engine's P2034, a raw
 * query's P2010 with SQLSTATE 40001 or 40P01, and the bare driver error that a refused COMMIT gives.
 */
export function conflictShape(error: unknown): ConflictShape | null {
  const loose = (error ?? {}) as Loose;
  if (loose.code === "P2034") return "P2034";
  if (loose.code === "P2010") return isConflictCause(loose.meta?.driverAdapterError?.cause) ? "P2010" : null;
  if (loose.name === "DriverAdapterError" && isConflictCause(loose.cause)) return "COMMIT";
  return null;
}

function isConflictCause(cause: Loose | undefined): boolean {
  return cause?.kind === "TransactionWriteConflict" || cause?.originalCode === "40001" || cause?.originalCode === "40P01";
}

/** Rolled back because its time was up; nothing of it was saved. */
function isOverdue(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === "P2028" && String(message).includes("on an expired transaction");
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
