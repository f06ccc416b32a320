import { Pool, type PoolClient, type PoolConfig } from "pg";
import { pace, patience } from "~/server/patience";

const WEIGHT = 0.05;

type Got = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A pool whose line does not grow without bound. From the time between two releases while people wait it knows how
 * long the last in line would stand; beyond 1.5 s it refuses with PostgreSQL's own "too many connections" (53300),
 * which services pass on as BUSY. Nobody waits for an answer that would come too late, and memory stays where it is.
 */
export class BoundedPool extends Pool {
  private gapMs = pace.firstGapMs;
  private releasedAt: number | null = null;

  constructor(config: PoolConfig) {
    super(config);
    this.on("release", () => this.measure());
  }

  /** What somebody who comes now would have to wait, in ms. */
  get expectedWaitMs(): number {
    return this.waitingCount * this.gapMs;
  }

  override connect(): Promise<PoolClient>;
  override connect(got: Got): void;
  override connect(got?: Got): Promise<PoolClient> | void {
    if (this.expectedWaitMs <= patience.poolLineMs) return got ? super.connect(got) : super.connect();
    const refused = Object.assign(new Error("The line for a connection is too long"), { code: "53300", severity: "ERROR" });
    // Told in a turn of its own: who tries again at once must not keep those inside from getting on.
    if (!got) return new Promise((_, reject) => setImmediate(() => reject(refused)));
    setImmediate(() => got(refused, undefined, () => undefined));
  }

  private measure(): void {
    const now = performance.now();
    if (this.releasedAt !== null) {
      const gapMs = Math.min(now - this.releasedAt, pace.longestGapMs);
      this.gapMs += WEIGHT * (gapMs - this.gapMs);
    }
    // Only while people wait does the time between two releases say how fast the line moves.
    this.releasedAt = this.waitingCount > 0 ? now : null;
  }
}

const pools = new WeakMap<object, Pool>();

/** The pool that a Prisma client stands on; undefined where it is a client of another making. */
export function poolOf(client: object): Pool | undefined {
  return pools.get(client);
}

/** Lets `poolOf` find a client's pool. */
export function standsOn(client: object, pool: Pool): void {
  pools.set(client, pool);
}
