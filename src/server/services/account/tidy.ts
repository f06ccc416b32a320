import type { Db } from "~/server/db/db";
import { blankOldTokens } from "~/server/services/mail/blank-tokens";
import { clearOldRateLimits } from "~/server/rate-limit";
import { SESSION_SECONDS } from "~/server/services/session";

/** Days that a mail which left, or never will, is kept. */
const MAIL_DAYS = 90;
/** Days that the security log goes back. */
const SECURITY_DAYS = 180;

/**
 * Removes sessions, links, counts, mails and entries of the security log whose time is over; links that nobody can use
 * any more go from mails that never left. Nothing depends on it; twice at once is no harm.
 */
export async function tidyAccounts({ db, now = new Date() }: { db: Db; now?: Date }) {
  const oldest = new Date(now.getTime() - SESSION_SECONDS * 1_000);
  // A cookie ends 30 days after it was made; tokens of the API go on as long as they are refreshed.
  const unused = { OR: [{ apiTokens: null }, { apiTokens: { issuedAt: { lt: oldest } } }] };
  const { count: sessions } = await db.session.deleteMany({ where: { createdAt: { lt: oldest }, ...unused } });
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const { count: apiRequests } = await db.apiRequest.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  const { count: links } = await db.userToken.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.signInCode.deleteMany({ where: { expiresAt: { lt: now } } });
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await blankOldTokens(db);
  const { count: mails } = await db.outboxMessage.deleteMany({
    where: { createdAt: { lt: before(MAIL_DAYS) }, status: { in: ["SENT", "FAILED", "DROPPED"] } },
  });
  const { count: securityEvents } = await db.securityEvent.deleteMany({ where: { at: { lt: before(SECURITY_DAYS) } } });
  return { sessions, links, mails, securityEvents, apiRequests, rateLimits: await clearOldRateLimits({ db, now }) };
}
