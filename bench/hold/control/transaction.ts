import { AppError, busy } from "~/domain/errors";
import { isDatabaseFull } from "~/server/db/errors";
import { conflictShape } from "~/server/db/transaction";
import type { ControlDb, ControlTx } from "./database";

const MAX_TRIES = 8;

/** The control's transaction: as the product's, but that its isolation is given. */
export async function controlTransaction<T>(
  db: ControlDb,
  { isolationLevel, deadlineMs }: { isolationLevel: "Serializable" | "ReadCommitted"; deadlineMs: number },
  work: (tx: ControlTx) => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  for (let attempt = 0; ; attempt++) {
    const leftMs = deadlineMs - (performance.now() - startedAt);
    if (attempt === MAX_TRIES || leftMs <= 0) throw busy(`gave up after ${attempt} tries`);
    try {
      return await db.$transaction(work, { isolationLevel, maxWait: Math.max(1, Math.ceil(leftMs)), timeout: 5_000 });
    } catch (error) {
      if (isDatabaseFull(error)) throw busy("no connection in time", error);
      if (error instanceof AppError || !conflictShape(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(250, 5 * 2 ** attempt)));
    }
  }
}
