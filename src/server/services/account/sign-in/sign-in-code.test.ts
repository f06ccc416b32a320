import { describe, expect, it } from "vitest";
import { makeUser, PASSWORD } from "~/test/factories";
import { authBrowser } from "~/test/harness/browser";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { tidyAccounts } from "~/server/services/account/tidy";

const db = testDb();
const auth = () => callerFor(null).auth;

/** Asks for a code and reads it from the newest mail. */
async function askForCode(email: string): Promise<string> {
  await auth().requestSignInCode({ email });
  const mail = await db.outboxMessage.findFirst({ where: { recipient: email, template: "sign-in-code" }, orderBy: { createdAt: "desc" } });
  return /^\d{6}/.exec((mail?.payload as { title: string } | undefined)?.title ?? "")?.[0] ?? "none";
}

async function enter(email: string, code: string, name = "", browser = authBrowser(db)) {
  const answer = await browser.post("callback/code", { email, code, name, callbackUrl: "/" });
  const url = (answer.body as { url: string }).url;
  return { error: new URL(url, "http://localhost").searchParams.get("error"), claims: browser.claims() };
}

const other = (code: string) => (code === "123456" ? "654321" : "123456");

describe("signing in by a code", () => {
  it("opens a session without a password, confirms the address, and works once", async () => {
    const user = await makeUser(db, { emailVerifiedAt: null });
    const code = await askForCode(user.email);
    expect(await enter(user.email.toUpperCase(), `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ error: null, claims: { userId: user.id } });
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).emailVerifiedAt).not.toBeNull();
    expect((await enter(user.email, code)).error).toBe("WRONG_PASSWORD");
    expect((await authBrowser(db).signIn(user.email, PASSWORD)).error).toBeNull();
  });

  it("keeps nothing that opens: the digest is keyed, and another address's code is no use", async () => {
    const [asha, biju] = await Promise.all([makeUser(db), makeUser(db)]);
    const code = await askForCode(asha.email);
    const row = await db.signInCode.findUniqueOrThrow({ where: { email: asha.email } });
    expect(JSON.stringify(row)).not.toContain(code);
    await askForCode(biju.email);
    await db.signInCode.update({ where: { email: biju.email }, data: { codeHash: row.codeHash } });
    expect((await enter(biju.email, code)).error).toBe("WRONG_PASSWORD");
  });

  it("opens to one of many who come with it at once", async () => {
    const user = await makeUser(db);
    const code = await askForCode(user.email);
    const answers = await Promise.all([1, 2, 3, 4].map(() => enter(user.email, code)));
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
  });

  it("is worth nothing after five guesses, after ten minutes, or once a newer one is sent", async () => {
    const user = await makeUser(db);
    const guessed = await askForCode(user.email);
    for (let i = 0; i < 5; i++) expect((await enter(user.email, other(guessed))).error).toBe("WRONG_PASSWORD");
    expect((await enter(user.email, guessed)).error).toBe("WRONG_PASSWORD");

    const old = await askForCode(user.email);
    await db.$executeRaw`UPDATE "SignInCode" SET "expiresAt" = now() - interval '1 second'`;
    expect((await enter(user.email, old)).error).toBe("WRONG_PASSWORD");

    const first = await askForCode(user.email);
    const second = await askForCode(user.email);
    if (first !== second) expect((await enter(user.email, first)).error).toBe("WRONG_PASSWORD");
    expect((await enter(user.email, second)).error).toBeNull();
  });

  it("is sent five times an hour from one place, and never to who is suspended", async () => {
    const suspended = await makeUser(db, { suspendedAt: new Date() });
    expect(await askForCode(suspended.email)).toBe("none");
    const user = await makeUser(db);
    for (let i = 0; i < 5; i++) await auth().requestSignInCode({ email: user.email });
    await expect(auth().requestSignInCode({ email: user.email })).rejects.toMatchObject({ cause: { code: "RATE_LIMITED" } });
  });

  it("makes an account for an address that has none, once a name is given", async () => {
    const email = "new@example.com";
    const code = await askForCode(email);
    expect(await enter(email, code)).toMatchObject({ error: "INVALID_INPUT", claims: null });
    expect(await db.user.count()).toBe(0);
    expect(await enter(email, code, "Asha Rao")).toMatchObject({ error: null });
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ name: "Asha Rao", role: "USER" });
    expect(user.emailVerifiedAt).not.toBeNull();
    expect((await authBrowser(db).signIn(email, "")).error).toBe("WRONG_PASSWORD");
  });

  it("leaves no address behind: old codes are tidied, and go with the account", async () => {
    const user = await makeUser(db);
    await askForCode(user.email);
    await callerFor(user).user.deleteAccount({ password: PASSWORD });
    expect(await db.signInCode.count()).toBe(0);
    await askForCode("new@example.com");
    await db.$executeRaw`UPDATE "SignInCode" SET "expiresAt" = now() - interval '1 day'`;
    await tidyAccounts({ db });
    expect(await db.signInCode.count()).toBe(0);
  });
});
