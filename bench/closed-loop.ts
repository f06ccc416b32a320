export type LoopResult = {
  /** Operations that came through, a second. */
  perSecond: number;
  /** Milliseconds, of operations that came through. */
  p50: number;
  p99: number;
  done: number;
  failed: number;
};

/**
 * `workers` of them, each doing one operation after another for `durationMs`; an operation that throws counts as
 * failed. A closed loop: as many are under way as there are workers, never more.
 */
export async function closedLoop(options: {
  workers: number;
  durationMs: number;
  operation: (worker: number) => Promise<unknown>;
  onError?: (error: unknown) => void;
}): Promise<LoopResult> {
  const latencies: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + options.durationMs;
  await Promise.all(
    Array.from({ length: options.workers }, async (_, worker) => {
      while (performance.now() < endsAt) {
        const began = performance.now();
        try {
          await options.operation(worker);
          latencies.push(performance.now() - began);
        } catch (error) {
          failed++;
          options.onError?.(error);
        }
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    done: latencies.length,
    failed,
  };
}

/** The q-quantile of sorted numbers; NaN of none. */
export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}
