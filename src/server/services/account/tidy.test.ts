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
  expect(await tidyAccounts({ db })).toEqual({ sessions: 1, links: 1, apiRequests: 0, rateLimits: 1 });
  expect(await tidyAccounts({ db })).toEqual({ sessions: 0, links: 0, apiRequests: 0, rateLimits: 0 });
  expect(await db.session.count()).toBe(1);
});
