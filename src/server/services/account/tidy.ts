import type { Db } from "~/server/db/db";
import { clearOldRateLimits } from "~/server/rate-limit";
import { SESSION_SECONDS } from "~/server/services/session";

/** Removes sessions, links and counts that are of no use any more. Nothing depends on it; twice at once is no harm. */
export async function tidyAccounts({ db, now = new Date() }: { db: Db; now?: Date }) {
  const oldest = new Date(now.getTime() - SESSION_SECONDS * 1_000);
  const { count: sessions } = await db.session.deleteMany({ where: { createdAt: { lt: oldest } } });
  const { count: links } = await db.userToken.deleteMany({ where: { expiresAt: { lt: now } } });
  return { sessions, links, rateLimits: await clearOldRateLimits({ db, now }) };
}
