/** So many calls at once, and as many again in so many seconds, evenly. */
export type Allowance = { calls: number; seconds: number };

type Bucket = { tokens: number; at: number };

/** Keys remembered; the one not seen for longest is forgotten first, and begins anew with a full bucket. */
const MOST_KEYS = 50_000;

/**
 * Token buckets of this process: no trip anywhere, no timer, bounded memory. Several instances count each for
 * themselves, so together they let through as many times as much (docs/decisions/0092).
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly mostKeys = MOST_KEYS) {}

  /** Takes one token. Answers 0, or in how many ms there is one again. `now` in ms. */
  take(key: string, { calls, seconds }: Allowance, now = Date.now()): number {
    const perMs = calls / (seconds * 1_000);
    const before = this.buckets.get(key) ?? { tokens: calls, at: now };
    const tokens = Math.min(calls, before.tokens + Math.max(0, now - before.at) * perMs);
    const passes = tokens >= 1;
    this.buckets.delete(key);
    this.buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now });
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= this.mostKeys) break;
      this.buckets.delete(oldest);
    }
    return passes ? 0 : Math.ceil((1 - tokens) / perMs);
  }

  get size(): number {
    return this.buckets.size;
  }
}

const shared = globalThis as unknown as { aisleBuckets?: TokenBuckets };

/** The process's own: the bundler makes several copies of a module, and all count together. */
export const tokenBuckets: TokenBuckets = (shared.aisleBuckets ??= new TokenBuckets());
