import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { inWords } from "~/domain/duration";
import { AppError } from "~/domain/errors";
import type { Db } from "./db/db";

export type RateLimit = {
  db: Db;
  /** What is limited: "sign-in", "coupon". */
  name: string;
  /** Whom it is counted for. Kept as a digest: addresses are nobody's business once the window is over. */
  key: string;
  /** Calls that pass in one window. */
  points: number;
  /** Length of the window, from its first call. */
  seconds: number;
};

/**
 * Counts one call, in PostgreSQL, so that every instance counts together. It is counted before the work, so that many
 * at once cannot slip through together.
 * @throws AppError RATE_LIMITED with when to try again in words, and in `facts.retryAfterMs`
 */
export async function rateLimit(limit: RateLimit): Promise<void> {
  try {
    await limiter(limit).consume(digest(limit.key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const { msBeforeNext } = refused;
    throw new AppError(
      "RATE_LIMITED",
      `That was too many tries. Please try again in ${inWords(msBeforeNext)}.`,
      {
        facts: { retryAfterMs: msBeforeNext },
        logMessage: `rate limit ${limit.name}`,
      },
    );
  }
}

/** As `rateLimit`, for where who comes too often is not told: whether the call is within the limit. */
export async function passes(limit: RateLimit): Promise<boolean> {
  try {
    await rateLimit(limit);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "RATE_LIMITED") return false;
    throw error;
  }
}

/** Takes one call back: it turned out to be none of those the limit is for. */
export async function uncount(limit: RateLimit): Promise<void> {
  await limiter(limit).reward(digest(limit.key));
}

/** Starts the count anew for this key. */
export async function resetRateLimit(limit: RateLimit): Promise<void> {
  await limiter(limit).delete(digest(limit.key));
}

/** Removes counts whose window is over. Nothing depends on it. */
export async function clearOldRateLimits({ db, now = new Date() }: { db: Db; now?: Date }): Promise<number> {
  const { count } = await db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } });
  return count;
}

function limiter({ db, name, points, seconds }: RateLimit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

function digest(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
