import { AsyncLocalStorage } from "node:async_hooks";
import type { Tx } from "./db";

/** Called at the end of each transaction's work, inside it; what it throws rolls the transaction back. */
export type Witness = (tx: Tx, result: unknown) => Promise<void>;

const watching = new AsyncLocalStorage<Witness>();

/** Runs `work` so that every transaction it opens is witnessed: what it decides and the note of it are one commit. */
export function witnessedBy<T>(witness: Witness, work: () => Promise<T>): Promise<T> {
  return watching.run(witness, work);
}

/** For transaction.ts alone: `work` with whoever watches. */
export async function beforeWitness<T>(work: (tx: Tx) => Promise<T>, tx: Tx): Promise<T> {
  const result = await work(tx);
  await watching.getStore()?.(tx, result);
  return result;
}
