import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { inWords } from "~/domain/duration";
import { AppError } from "~/domain/errors";
import type { Db } from "./db/db";
import { readOnce } from "./db/one-trip";

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

type Count = { points: number; expire: Date };

/**
 * The library's limiter with its count in one trip and by the database's clock: its own takes two statements, and
 * those who come between them at a window's end are counted in the window that is over.
 */
class OneTripLimiter extends RateLimiterPrisma {
  constructor(private readonly db: Db, options: ConstructorParameters<typeof RateLimiterPrisma>[0]) {
    super(options);
  }

  /** What the library calls to count: `points` more, in a window of `ms` that begins now where none is open. */
  async _upsert(key: string, points: number, ms: number, anew = false): Promise<Count> {
    const [row] = await readOnce<{ points: number; left: number }>(this.db, {
      name: "count_call",
      text: COUNT,
      values: [key, points, ms, anew],
    });
    return { points: row!.points, expire: new Date(Date.now() + row!.left) };
  }
}

const NOW = `(now() AT TIME ZONE 'UTC')`;
const OVER = `(c.expire <= ${NOW} OR $4::boolean)`;
const COUNT = `
INSERT INTO "RateLimiterFlexible" AS c (key, points, expire) VALUES ($1, $2::int, ${NOW} + $3::int * interval '1 ms')
ON CONFLICT (key) DO UPDATE SET points = CASE WHEN ${OVER} THEN excluded.points ELSE c.points + excluded.points END,
  expire = CASE WHEN ${OVER} THEN excluded.expire ELSE c.expire END
RETURNING points, round(extract(epoch FROM c.expire - ${NOW}) * 1000)::float8 AS left`;

function limiter({ db, name, points, seconds }: RateLimit): RateLimiterPrisma {
  return new OneTripLimiter(db, {
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
