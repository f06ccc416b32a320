import { AppError } from "~/domain/errors";

/** What a call wanted of seats. */
export type Wanted = "hold" | "release" | "extend" | "book" | "confirm" | "cancel";

/**
 * One call as its caller saw it. Times are milliseconds of the storm's own monotonic clock, on which `until` is too.
 * "failed": it said no and must have changed nothing. "unknown": its answer was lost; it may have happened, then or later.
 */
export type Call = {
  id: number;
  buyer: string;
  wanted: Wanted;
  seats: string[];
  invokedAt: number;
  endedAt: number;
  outcome: "done" | "failed" | "unknown";
  /** Where done: when the hold or the booking's time ends. */
  until?: number;
  /** Where failed: the appCode. */
  code?: string;
};

/** Collects calls; `now` is the storm's clock. */
export class History {
  readonly calls: Call[] = [];

  constructor(readonly now: () => number) {}

  /** How many calls were done so far. */
  get done(): number {
    return this.calls.filter((call) => call.outcome === "done").length;
  }

  /** Runs one call and writes down what became of it. `code` of an error that says no; others are unknown. */
  async record<T>(
    wanted: { buyer: string; wanted: Wanted; seats: string[] },
    work: () => Promise<T>,
    read: (result: T) => { seats?: string[]; until?: number },
  ): Promise<T | null> {
    const call: Call = { id: this.calls.length, ...wanted, invokedAt: this.now(), endedAt: Infinity, outcome: "unknown" };
    this.calls.push(call);
    try {
      const result = await work();
      Object.assign(call, { outcome: "done", ...read(result) });
      return result;
    } catch (error) {
      if (saysNo(error)) Object.assign(call, { outcome: "failed", code: error.code });
      return null;
    } finally {
      // What is unknown may still happen after its caller gave up.
      if (call.outcome !== "unknown") call.endedAt = this.now();
    }
  }
}

/** Whether an error is an answer, after which nothing has changed; any other leaves open what happened. */
export function saysNo(error: unknown): error is AppError {
  return error instanceof AppError && error.code !== "INTERNAL" && error.code !== "UNAVAILABLE";
}
