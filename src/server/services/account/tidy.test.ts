import { expect, it } from "vitest";
import { rateLimit } from "~/server/rate-limit";
import { makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { tidyAccounts } from "./tidy";

const db = testDb();
const DAY = 86_400_000;

it("removes what is over and leaves what still counts", async () => {
  const { id: userId } = await makeUser(db);
  const ago = (days: number) => new Date(Date.now() - days * DAY);
  await db.session.createMany({ data: [31, 29].map((days) => ({ userId, createdAt: ago(days) })) });
  const link = { userId, kind: "VERIFY_EMAIL" as const };
  await db.userToken.createMany({
    data: [1, -1].map((days) => ({ ...link, tokenHash: String(days), expiresAt: ago(days) })),
  });
  await rateLimit({ db, name: "old", key: "a", points: 1, seconds: 60 });
  await db.rateLimiterFlexible.updateMany({ data: { expire: ago(1) } });
  await rateLimit({ db, name: "new", key: "a", points: 1, seconds: 60 });
  const mail = (status: "SENT" | "PENDING", days: number) => ({
    status,
    createdAt: ago(days),
    template: "verify-email",
    recipient: "a@example.com",
    payload: { action: { path: `/verify-email?token=secret-${days}` } },
    dedupeKey: `${status} ${days}`,
  });
  await db.outboxMessage.createMany({ data: [mail("SENT", 91), mail("SENT", 89), mail("PENDING", 91), mail("PENDING", 1)] });
  await db.securityEvent.createMany({ data: [181, 179].map((days) => ({ kind: "sign-in", at: ago(days) })) });
  expect(await tidyAccounts({ db })).toEqual({ sessions: 1, links: 1, apiRequests: 0, rateLimits: 1, mails: 1, securityEvents: 1 });
  expect(await tidyAccounts({ db })).toEqual({ sessions: 0, links: 0, apiRequests: 0, rateLimits: 0, mails: 0, securityEvents: 0 });
  expect(await db.session.count()).toBe(1);
  const left = await db.outboxMessage.findMany({ orderBy: { createdAt: "asc" } });
  expect(left.map((row) => (row.payload as { action: { path: string } }).action.path)).toEqual([
    "/verify-email?token=",
    "/verify-email?token=",
    "/verify-email?token=secret-1",
  ]);
});
