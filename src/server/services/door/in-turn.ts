const lines = new Map<string, Promise<unknown>>();

/**
 * One after the other within this process, by key, in the order they came: who writes the same few pages at once only
 * loses to the others and tries again. `work` is told how many ms it stood in line. Other processes are not waited
 * for; for them there are the retries.
 */
export function inTurn<T>(key: string, work: (waitedMs: number) => Promise<T>): Promise<T> {
  const from = performance.now();
  const own = (lines.get(key) ?? Promise.resolve()).then(() => work(performance.now() - from));
  const end = own.then(done, done);
  lines.set(key, end);
  return own;

  function done(): void {
    if (lines.get(key) === end) lines.delete(key);
  }
}
