import type { Db } from "~/server/db/db";
import { clearOldRateLimits } from "~/server/rate-limit";
import { SESSION_SECONDS } from "~/server/services/session";

/** Removes sessions, links and counts that are of no use any more. Nothing depends on it; twice at once is no harm. */
export async function tidyAccounts({ db, now = new Date() }: { db: Db; now?: Date }) {
  const oldest = new Date(now.getTime() - SESSION_SECONDS * 1_000);
  // A cookie ends 30 days after it was made; tokens of the API go on as long as they are refreshed.
  const unused = { OR: [{ apiTokens: null }, { apiTokens: { issuedAt: { lt: oldest } } }] };
  const { count: sessions } = await db.session.deleteMany({ where: { createdAt: { lt: oldest }, ...unused } });
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const { count: apiRequests } = await db.apiRequest.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  const { count: links } = await db.userToken.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.signInCode.deleteMany({ where: { expiresAt: { lt: now } } });
  return { sessions, links, apiRequests, rateLimits: await clearOldRateLimits({ db, now }) };
}
