import { describe, expect, it } from "vitest";
import { testDb } from "~/test/harness/database";
import { clearOldRateLimits, rateLimit, resetRateLimit, uncount } from "./rate-limit";

const db = testDb();
const limit = (key = "asha@example.com 1.2.3.4") => ({ db, name: "try", key, points: 3, seconds: 900 });
const outcome = (call: Promise<void>) =>
  call.then(
    () => "passed",
    (error: { code: string }) => error.code,
  );

describe("rateLimit", () => {
  it("lets so many pass, and then says when to come back", async () => {
    for (let i = 0; i < 3; i++) await rateLimit(limit());
    await expect(rateLimit(limit())).rejects.toMatchObject({
      code: "RATE_LIMITED",
      userMessage: "That was too many tries. Please try again in 15 minutes.",
      facts: { retryAfterMs: expect.closeTo(900_000, -5) },
    });
    await expect(rateLimit(limit("someone else"))).resolves.toBeUndefined();
  });

  it("counts calls at once together", async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcome(rateLimit(limit()))));
    expect(outcomes.filter((one) => one === "passed")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "RATE_LIMITED")).toHaveLength(9);
  });

  it("begins anew when the window is over", async () => {
    for (let i = 0; i < 4; i++) await outcome(rateLimit(limit()));
    await db.rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 1) } });
    await expect(rateLimit(limit())).resolves.toBeUndefined();
  });

  it("takes a call back, or all", async () => {
    for (let i = 0; i < 3; i++) await rateLimit(limit());
    await uncount(limit());
    expect(await outcome(rateLimit(limit()))).toBe("passed");
    expect(await outcome(rateLimit(limit()))).toBe("RATE_LIMITED");
    await resetRateLimit(limit());
    expect(await outcome(rateLimit(limit()))).toBe("passed");
  });

  it("keeps no address, and forgets what is over", async () => {
    await rateLimit(limit());
    const [row] = await db.rateLimiterFlexible.findMany();
    expect(row?.key).not.toContain("asha");
    expect(await clearOldRateLimits({ db })).toBe(0);
    expect(await clearOldRateLimits({ db, now: new Date(Date.now() + 901_000) })).toBe(1);
  });

  it("never lets through what it could not count", async () => {
    const broken = {
      ...limit(),
      db: { $queryRawUnsafe: () => Promise.reject(new Error("away")) } as never,
    };
    await expect(rateLimit(broken)).rejects.toThrow("away");
  });
});
