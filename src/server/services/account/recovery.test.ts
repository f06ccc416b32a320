import { describe, expect, it } from "vitest";
import { callerFor } from "~/test/harness/callers";
import { authBrowser } from "~/test/harness/browser";
import { testDb } from "~/test/harness/database";
import { makeUser, PASSWORD } from "~/test/factories";

const db = testDb();
const auth = () => callerFor(null).auth;

type Payload = { title: string; body: string; name: string; action: { path: string } };

/** The mails to an address, the latest last. */
async function mailsTo(recipient: string) {
  const mails = await db.outboxMessage.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } });
  return mails.map(({ template, userId, payload }) => {
    const { action, name } = payload as Payload;
    return {
      template,
      userId,
      name,
      path: action.path,
      token: new URLSearchParams(action.path.split("?")[1]).get("token") ?? "",
    };
  });
}

async function askForLink(email: string): Promise<string> {
  await auth().requestPasswordReset({ email });
  return (await mailsTo(email)).filter(({ template }) => template === "password-reset").at(-1)!.token;
}

const used = { code: "NOT_FOUND", message: expect.stringMatching(/used or is too old/) };

describe("a lost password", () => {
  it("is replaced by the link of a mail, which ends every session and confirms the address", async () => {
    const user = await makeUser(db);
    const device = authBrowser(db);
    await device.signIn(user.email, PASSWORD);
    const token = await askForLink(user.email);
    await auth().resetPassword({ token, newPassword: "a better password" });

    expect(
      await callerFor(user, { claims: device.claims() })
        .user.profile()
        .catch((error) => error.code),
    ).toBe("UNAUTHORIZED");
    expect((await authBrowser(db).signIn(user.email, PASSWORD)).error).toBe("WRONG_PASSWORD");
    expect((await authBrowser(db).signIn(user.email, "a better password")).error).toBeNull();
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).emailVerifiedAt).not.toBeNull();
    expect((await mailsTo(user.email)).map(({ template }) => template)).toEqual([
      "password-reset",
      "password-changed",
    ]);
  });

  it("keeps no token that opens anything", async () => {
    const user = await makeUser(db);
    const token = await askForLink(user.email);
    const [row] = await db.userToken.findMany();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it("answers alike where nobody has the address, and writes no mail", async () => {
    expect(await auth().requestPasswordReset({ email: "nobody@example.com" })).toEqual(
      await auth().requestPasswordReset({ email: (await makeUser(db)).email }),
    );
    expect(await mailsTo("nobody@example.com")).toEqual([]);
  });

  it.each([["suspendedAt"], ["deletedAt"]])("is not replaced where the account has %s", async (field) => {
    const user = await makeUser(db);
    const token = await askForLink(user.email);
    await db.user.update({ where: { id: user.id }, data: { [field]: new Date() } });
    await expect(auth().resetPassword({ token, newPassword: "a better password" })).rejects.toMatchObject(
      used,
    );
    await auth().requestPasswordReset({ email: user.email });
    expect(await mailsTo(user.email)).toHaveLength(1);
  });

  it("takes a link once, the latest only, in its hour, and for nothing else", async () => {
    const user = await makeUser(db);
    const [first, second] = [await askForLink(user.email), await askForLink(user.email)];
    const reset = (token: string) => auth().resetPassword({ token, newPassword: "a better password" });
    await expect(reset(first)).rejects.toMatchObject(used);
    await expect(auth().verifyEmail({ token: second })).rejects.toMatchObject(used);
    await reset(second);
    await expect(reset(second)).rejects.toMatchObject(used);
    const third = await askForLink(user.email);
    await db.userToken.updateMany({ data: { expiresAt: new Date() } });
    await expect(reset(third)).rejects.toMatchObject(used);
    await expect(reset("nonsense")).rejects.toMatchObject(used);
  });

  it("changes once where a link is used twice at once", async () => {
    const token = await askForLink((await makeUser(db)).email);
    const both = await Promise.allSettled(
      ["password one", "password two"].map((newPassword) => auth().resetPassword({ token, newPassword })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("leaves the link good where the new password is refused", async () => {
    const token = await askForLink((await makeUser(db)).email);
    await expect(auth().resetPassword({ token, newPassword: "short" })).rejects.toMatchObject({
      cause: { field: "newPassword" },
    });
    await auth().resetPassword({ token, newPassword: "a better password" });
  });

  it("fills nobody's mailbox", async () => {
    const { email } = await makeUser(db);
    for (let i = 0; i < 5; i++) await auth().requestPasswordReset({ email });
    await expect(auth().requestPasswordReset({ email })).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(await mailsTo(email)).toHaveLength(5);
  });
});

describe("a new account's address", () => {
  const asha = { name: "Asha Rao", email: "asha@example.com", password: PASSWORD };

  it("is confirmed by the link of the mail that registration sends", async () => {
    const { id } = await auth().register(asha);
    const [mail] = await mailsTo(asha.email);
    expect(mail).toMatchObject({ template: "verify-email", userId: id, name: undefined });
    expect(mail!.path).toMatch(/^\/verify-email\?token=/);
    await auth().verifyEmail({ token: mail!.token });
    expect((await callerFor({ id }).user.profile()).emailVerifiedAt).toBeInstanceOf(Date);
    await expect(auth().verifyEmail({ token: mail!.token })).rejects.toMatchObject(used);
  });

  it("opens nothing by that link", async () => {
    await auth().register(asha);
    const [mail] = await mailsTo(asha.email);
    await expect(
      auth().resetPassword({ token: mail!.token, newPassword: "a better password" }),
    ).rejects.toMatchObject(used);
  });

  it("gets the link once more where it is wanted, and not once it is confirmed", async () => {
    const { id } = await auth().register(asha);
    await callerFor({ id }).user.resendVerification();
    const [first, second] = await mailsTo(asha.email);
    await expect(auth().verifyEmail({ token: first!.token })).rejects.toMatchObject(used);
    await auth().verifyEmail({ token: second!.token });
    await callerFor({ id }).user.resendVerification();
    expect(await mailsTo(asha.email)).toHaveLength(2);
  });
});

it("tells by mail that a password was changed", async () => {
  const user = await makeUser(db);
  await callerFor(user).user.changePassword({ currentPassword: PASSWORD, newPassword: "a better password" });
  expect(await mailsTo(user.email)).toMatchObject([
    { template: "password-changed", path: "/forgot-password" },
  ]);
});

describe("a link to choose another password ends", () => {
  const use = (token: string) => auth().resetPassword({ token, newPassword: "lantern-monsoon-24" });

  it("with a change of the password", async () => {
    const user = await makeUser(db);
    const token = await askForLink(user.email);
    await callerFor(user).user.changePassword({ currentPassword: PASSWORD, newPassword: "quiet-harbour-31" });
    await expect(use(token)).rejects.toMatchObject(used);
  });

  it("with signing out everywhere, and with suspension", async () => {
    const user = await makeUser(db);
    const token = await askForLink(user.email);
    await callerFor(user).user.endAllSessions();
    await expect(use(token)).rejects.toMatchObject(used);
    const next = await askForLink(user.email);
    const admin = callerFor(await makeUser(db, { role: "ADMIN" })).admin;
    await admin.setSuspended({ userId: user.id, suspended: true });
    await admin.setSuspended({ userId: user.id, suspended: false });
    await expect(use(next)).rejects.toMatchObject(used);
  });
});

it("puts no stranger's words into mails to an address that is not confirmed", async () => {
  const { email } = await makeUser(db, { name: "You won five lakh", emailVerifiedAt: null });
  await auth().register({ name: "You won five lakh", email: "victim@example.com", password: "lantern-monsoon-24" });
  await askForLink(email);
  await askForLink("victim@example.com");
  const names = [...(await mailsTo(email)), ...(await mailsTo("victim@example.com"))].map(({ name }) => name);
  expect(names).toEqual([undefined, undefined, undefined]);
  for (const name of ["Claim at http://evil.example", "www.evil.example", "a@b.example", "Asha\u202egnp", "\u200b\u200b\u200b"]) {
    await expect(auth().register({ name, email: "next@example.com", password: "lantern-monsoon-24" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});
