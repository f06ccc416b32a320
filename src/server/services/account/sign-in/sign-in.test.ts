import { getRounds, hashSync } from "bcryptjs";
import { describe, expect, it, vi } from "vitest";
import { bcryptPool } from "~/server/bcrypt-pool";
import { rateLimit } from "~/server/rate-limit";
import { makeUser, PASSWORD } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { viewerFor } from "~/server/services/session";
import { deviceCookie } from "~/server/services/account/known-device";
import { signIn } from "./sign-in";

const db = testDb();
const attempt = (email: string, password: string, ip = "1.2.3.4") =>
  signIn({ db, email, password, ip, userAgent: "Firefox" });
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { code: string; userMessage: string }) => ({ code: error.code, says: error.userMessage }),
  );

describe("signIn", () => {
  it("opens a session that holds", async () => {
    const user = await makeUser(db);
    const claims = await attempt(user.email, PASSWORD);
    expect(claims).toMatchObject({ userId: user.id, sessionVersion: 1 });
    expect(await viewerFor({ db, claims })).toMatchObject({ id: user.id, role: "USER" });
    expect(await db.session.findMany()).toMatchObject([
      { id: claims.sessionId, userAgent: "Firefox", ip: "1.2.3.4" },
    ]);
  });

  it("answers alike, after one bcrypt comparison of equal cost, whatever is wrong", async () => {
    const hash = hashSync(PASSWORD, 10);
    const known = await makeUser(db, { passwordHash: hash });
    const suspended = await makeUser(db, { passwordHash: hash, suspendedAt: new Date() });
    const deleted = await makeUser(db, { passwordHash: hash, deletedAt: new Date() });
    const cases: [string, string][] = [
      ["nobody@example.com", PASSWORD],
      [known.email, "wrong"],
      [suspended.email, PASSWORD],
      [deleted.email, PASSWORD],
    ];
    const answers = [];
    for (const [email, password] of cases) {
      const compare = vi.spyOn(bcryptPool, "compare");
      answers.push(await refusal(attempt(email, password)));
      expect(compare).toHaveBeenCalledTimes(1);
      expect(getRounds(String(compare.mock.calls[0]?.[1]))).toBe(10);
      compare.mockRestore();
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.code).toBe("WRONG_PASSWORD");
    expect(await db.session.count()).toBe(0);
  });

  it("never takes a longer password whose first 72 bytes are right", async () => {
    const password = "x".repeat(72);
    const user = await makeUser(db, { passwordHash: hashSync(password, 4) });
    expect(await refusal(attempt(user.email, `${password}y`))).toMatchObject({ code: "WRONG_PASSWORD" });
    expect(await refusal(attempt(user.email, password))).toBeNull();
  });

  it("refuses the eleventh wrong try, and then the right one too, from that place only", async () => {
    const user = await makeUser(db);
    for (let i = 0; i < 10; i++)
      expect(await refusal(attempt(user.email, "wrong"))).toMatchObject({ code: "WRONG_PASSWORD" });
    expect(await refusal(attempt(user.email, PASSWORD))).toMatchObject({
      code: "RATE_LIMITED",
      says: expect.stringMatching(/Please try again in 15 minutes/),
    });
    expect(await refusal(attempt(user.email, PASSWORD, "5.6.7.8"))).toBeNull();
  });

  it("keeps nobody out who signed in before from the same browser, whatever others try from the same place", async () => {
    const user = await makeUser(db);
    const cookies = `other=1; ${deviceCookie(user.id).split(";")[0]}`;
    const place = { db, name: "sign-in-ip", key: "1.2.3.4", points: 100, seconds: 900 };
    for (let i = 0; i < 100; i++) await rateLimit(place);
    for (let i = 0; i < 11; i++) await refusal(attempt(user.email, "wrong"));
    expect(await refusal(attempt(user.email, PASSWORD))).toMatchObject({ code: "RATE_LIMITED" });
    const known = (password: string, email = user.email, value = cookies) =>
      refusal(signIn({ db, email, password, ip: "1.2.3.4", userAgent: "Firefox", cookies: value }));
    expect(await known(PASSWORD)).toBeNull();
    // It is that browser's for that account, and counted for itself.
    expect(await known(PASSWORD, (await makeUser(db)).email)).toMatchObject({ code: "RATE_LIMITED" });
    expect(await known(PASSWORD, user.email, cookies.replace(/.$/, "_"))).toMatchObject({ code: "RATE_LIMITED" });
    for (let i = 0; i < 10; i++) expect(await known("wrong")).toMatchObject({ code: "WRONG_PASSWORD" });
    expect(await known(PASSWORD)).toMatchObject({ code: "RATE_LIMITED" });
  });

  it("begins the account's count anew with a new session version, as a reset makes it", async () => {
    const user = await makeUser(db);
    for (let i = 0; i < 11; i++) await refusal(attempt(user.email, "wrong"));
    await db.user.update({ where: { id: user.id }, data: { sessionVersion: { increment: 1 } } });
    expect(await refusal(attempt(user.email, PASSWORD))).toBeNull();
  });

  it("counts tries made at once", async () => {
    const user = await makeUser(db);
    const codes = await Promise.all(
      Array.from({ length: 20 }, async () => (await refusal(attempt(user.email, "wrong")))?.code),
    );
    expect(codes.filter((code) => code === "WRONG_PASSWORD")).toHaveLength(10);
  });

  it("limits an unknown address just the same", async () => {
    for (let i = 0; i < 10; i++) await refusal(attempt("nobody@example.com", "wrong"));
    expect(await refusal(attempt("nobody@example.com", "wrong"))).toMatchObject({ code: "RATE_LIMITED" });
  });

  it("forgives what was mistyped once the right one comes", async () => {
    const user = await makeUser(db);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 9; i++) await refusal(attempt(user.email, "wrong"));
      expect(await refusal(attempt(user.email, PASSWORD))).toBeNull();
    }
  });

  it("limits one place that tries many addresses, and lets good sign-ins be", async () => {
    const user = await makeUser(db);
    const place = { db, name: "sign-in-ip", key: "1.2.3.4", points: 100, seconds: 900 };
    for (let i = 0; i < 99; i++) await rateLimit(place);
    expect(await refusal(attempt(user.email, PASSWORD))).toBeNull();
    expect(await refusal(attempt("one-more@example.com", "wrong"))).toMatchObject({ code: "WRONG_PASSWORD" });
    expect(await refusal(attempt(user.email, PASSWORD))).toMatchObject({ code: "RATE_LIMITED" });
  });
});
