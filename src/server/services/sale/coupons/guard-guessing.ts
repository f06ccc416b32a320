import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { rateLimit, uncount } from "~/server/rate-limit";

/** Codes that are not there, one buyer, one window: enough for typing errors, too few for guessing. */
const MISSES = 10;
const WINDOW_SECONDS = 600;

/**
 * Runs `work`, which looks a coupon up, and counts it against guessing where the code turns out not to be there, or
 * not to be for this. Counted before the work, so that many at once cannot slip through; taken back where it was right.
 * @throws AppError RATE_LIMITED, before `work`; whatever `work` throws
 */
export async function guardGuessing<T>(input: { db: Db; actor: Actor; code: string | undefined }, work: () => Promise<T>): Promise<T> {
  const { db, actor, code } = input;
  if (!code) return work();
  const limit = { db, name: "coupon", key: actor.id, points: MISSES, seconds: WINDOW_SECONDS };
  await rateLimit(limit);
  try {
    const result = await work();
    await uncount(limit);
    return result;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "COUPON_INVALID")) await uncount(limit);
    throw error;
  }
}
