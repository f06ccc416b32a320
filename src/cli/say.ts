export type Say = (line: string) => void;

/** Prints one line to the terminal. */
export const say: Say = (line) => void process.stdout.write(`${line}\n`);

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/**
 * Says what is about to be done, does it, and says how long it took.
 * The first line comes before the work, so nobody waits in the dark.
 */
export async function step<T>(what: string, work: () => Promise<T>, tell: Say = say): Promise<T> {
  const from = performance.now();
  tell(`  ${what} ...`);
  const result = await work();
  tell(`  ${what}: done in ${seconds(from)}`);
  return result;
}
