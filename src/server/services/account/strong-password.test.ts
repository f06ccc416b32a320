import { describe, expect, it } from "vitest";
import { makeUser, PASSWORD } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { issueToken } from "./one-time-token";
import { assertStrongPassword } from "./strong-password";

const db = testDb();
const asha = { name: "Asha Krishnan", email: "asha.krishnan@example.com" };
const refused = (password: string) => {
  try {
    assertStrongPassword(password, asha);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("a new password", () => {
  it.each([
    "12345678", "password", "qwertyuiop", "PassWord", "password1", "Password123!", "passw0rd", "iloveyou", "11111111", "abababab",
    "abcdefgh", "87654321", "aaaaaaaaaaaa", "aisle-demo-1", "Aisle2026", "tickets!!1", "ashakrishnan", "Krishnan2026", "krishnan@example",
  ])("may not be %s", (password) => expect(refused(password)).toBe("WEAK_PASSWORD"));

  it.each([PASSWORD, "lantern-monsoon-24", "correct horse battery staple", "aisle seats by lamplight", "Krishnan likes 9 mangoes", "ನಮ್ಮ ಊರು ಚೆನ್ನ"])(
    "may be %s",
    (password) => expect(refused(password)).toBeNull(),
  );
});

describe("is asked of", () => {
  const weak = { cause: { code: "WEAK_PASSWORD" } };

  it("who opens an account, beside the field", async () => {
    const input = { ...asha, password: "password" };
    await expect(callerFor(null).auth.register(input)).rejects.toMatchObject({ cause: { code: "WEAK_PASSWORD", field: "password" } });
    await expect(callerFor(null).auth.register({ ...input, password: "        " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await db.user.count()).toBe(0);
  });

  it("who changes it", async () => {
    const { user } = callerFor(await makeUser(db, asha));
    await expect(user.changePassword({ currentPassword: PASSWORD, newPassword: "Krishnan2026" })).rejects.toMatchObject(weak);
  });

  it("who lost it; the link stays good", async () => {
    const { id: userId } = await makeUser(db, asha);
    const token = await db.$transaction((tx) => issueToken({ tx, userId, kind: "PASSWORD_RESET" }));
    const reset = (newPassword: string) => callerFor(null).auth.resetPassword({ token, newPassword });
    await expect(reset("password")).rejects.toMatchObject(weak);
    await expect(reset("Krishnan2026")).rejects.toMatchObject(weak);
    await reset("lantern-monsoon-24");
  });
});
