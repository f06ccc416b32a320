import { onTestFinished } from "vitest";
import { pace, patience } from "~/server/patience";

type Times = Partial<typeof patience & typeof pace>;

/** Sets some of the server's times for this test alone, for what is to end or to be read anew within it. */
export function setTimes(times: Times): void {
  onTestFinished(put(times));
}

/** Sets some of the server's times while `work` is under way. */
export async function withTimes<T>(times: Times, work: () => Promise<T>): Promise<T> {
  const back = put(times);
  try {
    return await work();
  } finally {
    back();
  }
}

function put(times: Times): () => void {
  const undo = [patience, pace].map((table: Record<string, number>) => {
    const before = { ...table };
    for (const [name, ms] of Object.entries(times)) if (name in table) table[name] = ms;
    return () => void Object.assign(table, before);
  });
  return () => undo.forEach((one) => one());
}
