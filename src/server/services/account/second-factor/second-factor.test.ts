import { generateSync } from "otplib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { env } from "~/env";
import { makeUser, PASSWORD } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { authBrowser } from "~/test/harness/browser";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { testRest } from "~/test/harness/rest";
import { unseal } from "./sealed";

// The middle of a half minute, for as long as the file runs: no code turns between making and showing it.
const clock = vi.hoisted(() => ({ now: new Date((Math.floor(Date.now() / 30_000) + 0.5) * 30_000) }));
vi.mock("~/server/db/clock", () => ({ databaseNow: async () => clock.now }));

const db = testDb();
const rest = testRest(db, testBank(db).gateway);
const asked = env.SECOND_FACTOR_REQUIRED;
const askFor = (required: boolean) => Object.assign(env, { SECOND_FACTOR_REQUIRED: required });
afterEach(() => void askFor(asked));

type User = Awaited<ReturnType<typeof makeUser>>;
let user: User;
let secret: string;
let recoveryCodes: string[];
let device: ReturnType<typeof authBrowser>;

/** The code that the app shows `steps` half minutes from now. */
const code = (steps = 0, of = secret) => generateSync({ secret: of, epoch: Math.floor(clock.now.getTime() / 1_000) + steps * 30 });
const wrong = () => String((Number(code()) + 1) % 1_000_000).padStart(6, "0");

async function enrol(who: User) {
  device = authBrowser(db);
  await device.signIn(who.email, PASSWORD);
  const api = callerFor(who, { claims: device.claims() }).user;
  const begun = await api.startSecondFactor({ password: PASSWORD });
  const codes = await api.confirmSecondFactor({ code: code(-1, begun.secret) });
  return { ...begun, ...codes };
}

beforeEach(async () => {
  user = await makeUser(db);
  ({ secret, recoveryCodes } = await enrol(user));
});

const signIn = async (given?: string, browser = authBrowser(db)) => {
  const { body } = await browser.ask("GET", "csrf");
  const { csrfToken } = body as { csrfToken: string };
  const answer = await browser.ask("POST", "callback/credentials", {
    body: { csrfToken, json: "true", email: user.email, password: PASSWORD, ...(given && { code: given }) },
  });
  return new URL((answer.body as { url: string }).url, "http://localhost").searchParams.get("error") ?? "in";
};

describe("setting a second factor up", () => {
  it("asks for the password, tells the secret as text and picture, and waits for a first code", async () => {
    const { user: own } = callerFor(await makeUser(db));
    await expect(own.startSecondFactor({ password: "wrong" })).rejects.toMatchObject({ cause: { code: "WRONG_PASSWORD", field: "password" } });
    const { secret: text, qr } = await own.startSecondFactor({ password: PASSWORD });
    expect(text).toMatch(/^[A-Z2-7]{32}$/);
    expect(qr.size).toBeGreaterThan(20);
    expect(await own.secondFactor()).toEqual({ since: null, recoveryCodesLeft: 0, asked: false });
    await expect(own.confirmSecondFactor({ code: "000000" })).rejects.toMatchObject({ cause: { code: "SECOND_FACTOR_REQUIRED", field: "code" } });
    expect(await own.secondFactor()).toMatchObject({ since: null });
  });

  it("keeps the secret sealed to its account, and of the recovery codes only hashes", async () => {
    const row = await db.secondFactor.findUniqueOrThrow({ where: { userId: user.id } });
    expect(row.secret).not.toContain(secret);
    expect(unseal(user.id, row.secret)).toBe(secret);
    expect(unseal("another", row.secret)).toBeNull();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const kept = JSON.stringify(await db.recoveryCode.findMany());
    for (const one of recoveryCodes) expect(kept).not.toContain(one.replaceAll("-", ""));
  });

  it("ends every other session, tells the owner, and cannot be begun over what is there", async () => {
    const api = callerFor({ id: user.id, sessionVersion: 2 }).user;
    expect(await db.session.count({ where: { userId: user.id, revokedAt: null } })).toBe(1);
    expect(await db.outboxMessage.count({ where: { userId: user.id, template: "second-factor" } })).toBe(1);
    await expect(api.startSecondFactor({ password: PASSWORD })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
    await expect(callerFor(user).user.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("signing in with a second factor", () => {
  it("asks for the code after the right password alone", async () => {
    expect(await signIn()).toBe("SECOND_FACTOR_REQUIRED");
    expect(await signIn(wrong())).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect((await authBrowser(db).signIn(user.email, "wrong")).error).toBe("WRONG_PASSWORD");
    expect(await signIn(code())).toBe("in");
  });

  it("takes a code once, and none before it", async () => {
    const now = code();
    expect(await signIn(now)).toBe("in");
    expect(await signIn(now)).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await signIn(code(-1))).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await signIn(code(1))).toBe("in");
  });

  it("lets one of many in who show the same code at once", async () => {
    const now = code();
    const all = await Promise.all(Array.from({ length: 4 }, () => signIn(now)));
    expect(all.filter((answer) => answer === "in")).toHaveLength(1);
  });

  it("takes no code of another time", async () => {
    expect(await signIn(code(3))).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await signIn(code(-3))).toBe("SECOND_FACTOR_REQUIRED:wrong");
  });

  it("takes each recovery code once, however it is typed", async () => {
    expect(await signIn(recoveryCodes[0]!.toUpperCase().replaceAll("-", " "))).toBe("in");
    expect(await signIn(recoveryCodes[0])).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await signIn(recoveryCodes[1])).toBe("in");
    expect(await callerFor({ id: user.id, sessionVersion: 2 }).user.secondFactor()).toMatchObject({ recoveryCodesLeft: 8 });
  });

  it("refuses the sixth wrong code, and then the right one", async () => {
    for (let i = 0; i < 5; i++) expect(await signIn(wrong())).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await signIn(code())).toMatch(/^RATE_LIMITED:/);
  });

  it("is asked of the public API's sign-in, too", async () => {
    const login = async (given?: string) => {
      const { status, body } = await rest("POST", "/api/auth/login", { body: { email: user.email, password: PASSWORD, code: given } });
      return [status, body.appCode];
    };
    expect(await login()).toEqual([401, "SECOND_FACTOR_REQUIRED"]);
    expect(await login(code())).toEqual([200, undefined]);
  });
});

describe("taking it off", () => {
  const api = () => callerFor({ id: user.id, sessionVersion: 2 });

  it("asks for password and code", async () => {
    await expect(api().user.removeSecondFactor({ password: "wrong", code: code() })).rejects.toMatchObject({ cause: { code: "WRONG_PASSWORD" } });
    await expect(api().user.removeSecondFactor({ password: PASSWORD, code: wrong() })).rejects.toMatchObject({ cause: { field: "code" } });
    await api().user.removeSecondFactor({ password: PASSWORD, code: code() });
    expect(await db.recoveryCode.count()).toBe(0);
    expect(await signIn()).toBe("in");
  });

  it("is done by an admin for who has lost phone and codes; all is written down and told", async () => {
    const office = callerFor(await makeUser(db, { role: "ADMIN" })).admin;
    expect((await office.users({ search: user.email })).items).toMatchObject([{ secondFactor: true }]);
    await office.clearSecondFactor({ userId: user.id });
    await expect(api().user.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await signIn()).toBe("in");
    expect(await db.auditEntry.count({ where: { action: "user.clearSecondFactor", entityId: user.id } })).toBe(1);
    expect(await db.outboxMessage.count({ where: { userId: user.id, template: "second-factor" } })).toBe(2);
    await expect(office.clearSecondFactor({ userId: user.id })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
  });

  it("is another thing than new recovery codes, which void the old", async () => {
    const { recoveryCodes: next } = await api().user.renewRecoveryCodes({ code: code() });
    expect(await signIn(recoveryCodes[0])).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await signIn(next[0])).toBe("in");
  });
});

describe("where the shop asks for it", () => {
  const fresh = async (role: "ADMIN" | "ORGANIZER") => {
    const person = await makeUser(db, { role });
    const browser = authBrowser(db);
    await browser.signIn(person.email, PASSWORD);
    return { person, api: callerFor(person, { claims: browser.claims() }) };
  };
  const appCode = (call: Promise<unknown>) => call.then(() => "given", (error: { cause?: { code?: string } }) => error.cause?.code);

  it("an admin has an admin's rights by a sign-in that showed it, and no others", async () => {
    const { person, api } = await fresh("ADMIN");
    expect(await appCode(api.admin.users({}))).toBe("given");
    askFor(true);
    expect(await appCode(api.admin.users({}))).toBe("SECOND_FACTOR_REQUIRED");
    expect(await appCode(api.organizer.dashboard({}))).toBe("SECOND_FACTOR_REQUIRED");
    expect(await api.user.secondFactor()).toMatchObject({ asked: true });
    const { qr: _, ...theirs } = await enrol(person);
    expect(await appCode(callerFor(person, { claims: device.claims() }).admin.users({}))).toBe("UNAUTHORIZED");
    const claims = { userId: person.id, sessionVersion: 2, sessionId: device.claims()!.sessionId };
    expect(await appCode(callerFor(person, { claims }).admin.users({}))).toBe("given");
    expect(theirs.recoveryCodes).toHaveLength(10);
  });

  it("an organizer refunds by such a sign-in, and does all else without", async () => {
    const { api } = await fresh("ORGANIZER");
    const refund = () => api.payment.refundPart({ bookingId: "none", amountPaise: 100, note: "because", requestKey: "12345678" });
    expect(await appCode(refund())).toBe("NOT_FOUND");
    askFor(true);
    expect(await appCode(refund())).toBe("SECOND_FACTOR_REQUIRED");
    expect(await appCode(api.payment.cancelAsOrganizer({ bookingId: "none", note: "because" }))).toBe("SECOND_FACTOR_REQUIRED");
    expect(await appCode(api.event.cancel({ id: "none" }))).toBe("SECOND_FACTOR_REQUIRED");
    expect(await appCode(api.organizer.dashboard({}))).toBe("given");
  });
});

describe("signing in by a code of a mail", () => {
  const enter = async (mailCode: string, factorCode = "") => {
    const browser = authBrowser(db);
    const { body } = await browser.post("callback/code", { email: user.email, code: mailCode, name: "", factorCode, callbackUrl: "/" });
    return new URL((body as { url: string }).url, "http://localhost").searchParams.get("error") ?? "in";
  };

  it("asks for the second factor too, and opens nothing without", async () => {
    await callerFor(null).auth.requestSignInCode({ email: user.email });
    const { payload } = await db.outboxMessage.findFirstOrThrow({ where: { template: "sign-in-code" } });
    const mailCode = (payload as { title: string }).title.slice(0, 6);
    const before = await db.session.count({ where: { userId: user.id } });
    expect(await enter(mailCode)).toBe("SECOND_FACTOR_REQUIRED");
    expect(await enter(mailCode, wrong())).toBe("SECOND_FACTOR_REQUIRED:wrong");
    expect(await db.session.count({ where: { userId: user.id } })).toBe(before);
    expect(await enter(mailCode, code(1))).toBe("in");
    expect(await db.session.count({ where: { userId: user.id, secondFactorAt: { not: null } } })).toBeGreaterThan(0);
    expect(await enter(mailCode, code(2))).toBe("WRONG_PASSWORD");
  });
});
