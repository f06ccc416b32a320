import { decode, encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";
import { callerFor } from "~/test/harness/callers";
import { authBrowser } from "~/test/harness/browser";
import { testDb } from "~/test/harness/database";
import { makeUser, PASSWORD } from "~/test/factories";
import { env } from "~/env";
import { deviceCookie, knownDevice } from "~/server/services/account/known-device";
import { createContext } from "./api/trpc";
import { createCaller } from "./api/root";
import { claimsFromCookies, cookieFor, sessionCookie } from "./session-cookie";

const db = testDb();

describe("signing in", () => {
  it("sets a cookie whose claims hold, and signing out ends them", async () => {
    const user = await makeUser(db);
    const browser = authBrowser(db);
    expect(await browser.signIn(user.email.toUpperCase(), PASSWORD, "/profile")).toEqual({
      status: 200,
      url: "http://localhost:3000/profile",
      error: null,
    });
    const claims = browser.claims();
    const [session] = await db.session.findMany();
    expect(claims).toEqual({ userId: user.id, sessionVersion: 1, sessionId: session?.id });
    const call = createCaller(createContext({ claims }));
    expect(await call.user.profile()).toMatchObject({ id: user.id });

    await browser.signOut();
    expect(browser.jar.has(sessionCookie)).toBe(false);
    await expect(call.user.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("keeps nothing personal in the token", async () => {
    const user = await makeUser(db);
    const browser = authBrowser(db);
    await browser.signIn(user.email, PASSWORD);
    const { id, name, email } = user;
    expect((await browser.ask("GET", "session")).body).toEqual({ user: { id, name, email, role: "USER" }, expires: expect.any(String) });
    const token = await decode({ token: browser.jar.get(sessionCookie), secret: process.env.NEXTAUTH_SECRET! });
    expect(Object.keys(token!).sort()).toEqual(["exp", "iat", "jti", "sessionId", "sessionVersion", "sub"]);
  });

  it.each([
    ["WRONG_PASSWORD", { password: "wrong" }],
    ["WRONG_PASSWORD", { email: "not an address" }],
    ["WRONG_PASSWORD", { password: "" }],
  ])("answers %s, and no cookie, to %j", async (code, wrong) => {
    const user = await makeUser(db);
    const browser = authBrowser(db);
    const given = { email: user.email, password: PASSWORD, ...wrong };
    expect(await browser.signIn(given.email, given.password)).toMatchObject({ status: 401, error: code });
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it("says how long to wait after too many tries", async () => {
    const browser = authBrowser(db);
    for (let i = 0; i < 10; i++) await browser.signIn("nobody@example.com", "wrong");
    expect((await browser.signIn("nobody@example.com", "wrong")).error).toMatch(/^RATE_LIMITED:(8\d\d|900)$/);
  });

  it("is refused without the form's own token", async () => {
    const user = await makeUser(db);
    const browser = authBrowser(db);
    const body = { email: user.email, password: PASSWORD, csrfToken: "forged", json: "true" };
    await browser.ask("POST", "callback/credentials", { body });
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "http://localhost:3000@evil.example/",
  ])("never leads to another place: %s", async (callbackUrl) => {
    const user = await makeUser(db);
    expect((await authBrowser(db).signIn(user.email, PASSWORD, callbackUrl)).url).toBe(
      "http://localhost:3000/",
    );
  });

  it("says nothing of our insides when the database is away", async () => {
    const away = {
      user: { findUnique: () => Promise.reject(Object.assign(new Error("host db-7"), { code: "P1001" })) },
    };
    expect(await authBrowser(away as never).signIn("asha@example.com", PASSWORD)).toMatchObject({
      error: "UNAVAILABLE",
    });
  });
});

describe("the cookie's claims", () => {
  const secret = "a secret for the tests alone";
  const token = { sub: "someone", sessionVersion: 1, sessionId: "session" };
  const read = async (value: string | Promise<string>) =>
    claimsFromCookies(`other=1; ${sessionCookie}=${await value}`);

  it("are read where we signed them", async () => {
    expect(await read(encode({ token, secret }))).toEqual({
      userId: "someone",
      sessionVersion: 1,
      sessionId: "session",
    });
    expect(
      claimsFromCookies(cookieFor({ userId: "a", sessionVersion: 2, sessionId: "s" })),
    ).toMatchObject({ userId: "a" });
  });

  it("hold on while their secret is exchanged, and known devices with them", async () => {
    const former = "the secret of last year, long enough";
    const user = await makeUser(db);
    const sealed = await encode({ token, secret: former });
    const device = () => knownDevice(deviceCookie(user.id).split(";")[0], user.id);
    expect(await read(sealed)).toBeNull();
    const was = { session: env.NEXTAUTH_SECRET, former: env.NEXTAUTH_SECRET_FORMER };
    try {
      const known = deviceCookie(user.id).split(";")[0];
      const browser = authBrowser(db);
      await browser.signIn(user.email, PASSWORD);
      const claims = browser.claims();
      Object.assign(env, { NEXTAUTH_SECRET: "the secret of this year, as long", NEXTAUTH_SECRET_FORMER: [former, was.session] });
      expect(await read(sealed)).toMatchObject({ userId: "someone" });
      expect(browser.claims()).toEqual(claims);
      expect(knownDevice(known, user.id)).not.toBeNull();
      expect(device()).not.toBeNull();
      // What is written from now on is by the new one alone.
      Object.assign(env, { NEXTAUTH_SECRET_FORMER: [] });
      expect(await read(sealed)).toBeNull();
      expect(browser.claims()).toBeNull();
      expect(knownDevice(known, user.id)).toBeNull();
    } finally {
      Object.assign(env, { NEXTAUTH_SECRET: was.session, NEXTAUTH_SECRET_FORMER: was.former });
    }
  });

  it("are nothing where they were signed elsewhere, changed, expired or incomplete", async () => {
    expect(await read(encode({ token, secret: "another secret" }))).toBeNull();
    const good = await encode({ token, secret });
    for (const at of [10, Math.floor(good.length / 2), good.length - 3]) {
      expect(
        await read(`${good.slice(0, at)}${good[at] === "A" ? "B" : "A"}${good.slice(at + 1)}`),
      ).toBeNull();
    }
    expect(await read(encode({ token, secret, maxAge: -60 }))).toBeNull();
    for (const part of ["sub", "sessionVersion", "sessionId"]) {
      expect(await read(encode({ token: { ...token, [part]: undefined }, secret }))).toBeNull();
    }
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(token))}.`;
    for (const value of ["", "nonsense", unsigned]) expect(await read(value)).toBeNull();
    expect(claimsFromCookies(null)).toBeNull();
  });
});

it("asks for a session where the caller has none", async () => {
  await expect(callerFor(null).user.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

it("uses the secure cookie where the shop is served over https, and no other", async () => {
  const user = await makeUser(db);
  const plain = authBrowser(db);
  await plain.signIn(user.email, PASSWORD);
  vi.stubEnv("NEXTAUTH_URL", "https://tickets.example.com");
  vi.resetModules();
  const cookies = await import("./session-cookie");
  const browser = (await import("~/test/harness/browser")).authBrowser(db);
  const { url } = await browser.signIn(user.email, PASSWORD, "/profile");
  expect(url).toBe("https://tickets.example.com/profile");
  expect([...browser.jar.keys()]).toContain("__Secure-next-auth.session-token");
  expect(browser.claims()).toMatchObject({ userId: user.id });
  expect(cookies.claimsFromCookies(plain.cookie())).toBeNull();
  expect(cookies.cookieFor(null)).toMatch(/^__Secure-.*; HttpOnly; SameSite=Lax; Secure$/);
  vi.unstubAllEnvs();
});
