import { beforeEach, describe, expect, it } from "vitest";
import { setSuspended } from "~/server/services/admin/change-user";
import { changePassword } from "~/server/services/account/change-password";
import { endSession } from "~/server/services/account/sessions";
import { makeUser, PASSWORD } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { prismRest } from "~/test/harness/prism";
import { untilServed } from "~/test/harness/rest";

const db = testDb();
const bank = testBank(db);
const call = prismRest(db, bank.gateway);

type Pair = { accessToken: string; refreshToken: string };
let user: Awaited<ReturnType<typeof makeUser>>;
let pair: Pair;

const signIn = async () => (await call("POST", "/api/auth/login", { body: { email: user.email, password: PASSWORD } })).body as unknown as Pair;
const refresh = async (refreshToken: string) => call("POST", "/api/auth/refresh-token", { body: { refreshToken } });
const profile = async (token: string) => (await call("GET", "/api/users/profile", { token })).status;

beforeEach(async () => {
  user = await makeUser(db);
  pair = await signIn();
});

describe("a refresh token", () => {
  it("gives one pair to a hundred at once, and the same again after a lost answer", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => untilServed(() => refresh(pair.refreshToken))));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(answers[0]!.body.refreshToken).not.toBe(pair.refreshToken);
    expect((await refresh(pair.refreshToken)).text).toBe(answers[0]!.text);
    expect(await profile(String(answers[0]!.body.accessToken))).toBe(200);
  });

  it.each([
    ["the next refresh token", async (next: Pair) => (await refresh(next.refreshToken)).status],
    ["the next access token", async (next: Pair) => profile(next.accessToken)],
  ])("is spent once %s was used: its family ends, and the owner is told", async (_, use) => {
    const next = (await refresh(pair.refreshToken)).body as unknown as Pair;
    expect(await use(next)).toBe(200);
    expect((await refresh(pair.refreshToken)).status).toBe(401);
    expect(await profile(next.accessToken)).toBe(401);
    expect((await refresh(next.refreshToken)).status).toBe(401);
    expect(await db.notification.count({ where: { userId: user.id, type: "token-reused" } })).toBe(1);
    expect(await db.outboxMessage.count({ where: { userId: user.id, template: "token-reused" } })).toBe(1);
  });

  it("is no access token, and the other way round", async () => {
    expect(await profile(pair.refreshToken)).toBe(401);
    expect((await refresh(pair.accessToken)).status).toBe(401);
    expect((await refresh("nonsense")).status).toBe(401);
  });
});

describe("tokens end", () => {
  it("with their session", async () => {
    const session = await db.session.findFirstOrThrow();
    await endSession({ db, actor: user, id: session.id });
    expect([await profile(pair.accessToken), (await refresh(pair.refreshToken)).status]).toEqual([401, 401]);
  });

  it("with the account's suspension", async () => {
    const admin = await makeUser(db, { role: "ADMIN" });
    await setSuspended({ db, actor: admin, userId: user.id, suspended: true });
    expect([await profile(pair.accessToken), (await refresh(pair.refreshToken)).status]).toEqual([401, 401]);
  });

  it("with a change of password, but not those that changed it", async () => {
    const other = await signIn();
    const body = { currentPassword: PASSWORD, newPassword: "lantern-monsoon-24" };
    expect((await call("PUT", "/api/users/change-password", { token: pair.accessToken, body })).status).toBe(204);
    expect([await profile(pair.accessToken), await profile(other.accessToken), (await refresh(other.refreshToken)).status]).toEqual([200, 401, 401]);
    expect((await refresh(pair.refreshToken)).status).toBe(200);
    await changePassword({ db, actor: user, sessionId: null, currentPassword: "lantern-monsoon-24", newPassword: PASSWORD });
    expect(await profile(pair.accessToken)).toBe(401);
  });
});

it("answers a wrong password with 401", async () => {
  const wrong = await call("POST", "/api/auth/login", { body: { email: user.email, password: "wrong" } });
  expect([wrong.status, wrong.body.appCode, wrong.headers["content-type"]]).toEqual([401, "WRONG_PASSWORD", "application/problem+json"]);
});
