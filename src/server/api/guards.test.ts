import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { roles } from "~/domain/permissions";
import { claimsFromCookies, cookieFor, sessionCookie } from "~/server/session-cookie";
import { endAllSessions } from "~/server/services/account/sessions";
import { signIn } from "~/server/services/account/sign-in/sign-in";
import type { SessionClaims } from "~/server/services/session";
import { makeUser, PASSWORD } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import {
  adminProcedure,
  createCallerFactory,
  createContext,
  createRouter,
  ownerProcedure,
  publicProcedure,
  signedInProcedure,
} from "./trpc";

const db = testDb();

const createCaller = createCallerFactory(
  createRouter({
    anyone: publicProcedure.query(() => "in"),
    signedIn: signedInProcedure.query(({ ctx }) => ctx.actor),
    organizer: ownerProcedure.query(() => "in"),
    admin: adminProcedure.query(() => "in"),
  }),
);
const doors = ["anyone", "signedIn", "organizer", "admin"] as const;

/** What each door answers to these claims: "in", or the tRPC code of the refusal. */
async function doorsFor(claims: SessionClaims | null) {
  const caller = createCaller(createContext({ claims }));
  const answers = doors.map((door) =>
    caller[door]().then(
      () => "in",
      (error: { code: string }) => error.code,
    ),
  );
  const [anyone, signedIn, organizer, admin] = await Promise.all(answers);
  return { anyone, signedIn, organizer, admin };
}

const shut = { anyone: "in", signedIn: "UNAUTHORIZED", organizer: "UNAUTHORIZED", admin: "UNAUTHORIZED" };
const open = {
  USER: { anyone: "in", signedIn: "in", organizer: "FORBIDDEN", admin: "FORBIDDEN" },
  ORGANIZER: { anyone: "in", signedIn: "in", organizer: "in", admin: "FORBIDDEN" },
  ADMIN: { anyone: "in", signedIn: "in", organizer: "in", admin: "in" },
};

describe.each(roles)("the doors for %s", (role) => {
  async function enter() {
    const user = await makeUser(db, { role });
    const claims = await signIn({ db, email: user.email, password: PASSWORD, ip: "1.2.3.4", userAgent: "" });
    return { user, claims };
  }

  it("open to a session that holds, as far as the role goes", async () => {
    const { claims, user } = await enter();
    expect(await doorsFor(claims)).toEqual(open[role]);
    expect(await createCaller(createContext({ claims })).signedIn()).toMatchObject({ id: user.id, role });
  });

  it.each([
    ["suspended", { suspendedAt: new Date() }],
    ["deleted", { deletedAt: new Date() }],
    ["given another sessionVersion", { sessionVersion: 2 }],
  ])("shut when the account is %s", async (_, data) => {
    const { claims, user } = await enter();
    await db.user.update({ where: { id: user.id }, data });
    expect(await doorsFor(claims)).toEqual(shut);
  });

  it("shut when the account is gone", async () => {
    const { claims, user } = await enter();
    await db.user.delete({ where: { id: user.id } });
    expect(await doorsFor(claims)).toEqual(shut);
  });

  it("shut when the session was revoked, and stay open to the other one", async () => {
    const { claims, user } = await enter();
    const other = await signIn({ db, email: user.email, password: PASSWORD, ip: "1.2.3.4", userAgent: "" });
    await db.session.update({ where: { id: claims.sessionId! }, data: { revokedAt: new Date() } });
    expect(await doorsFor(claims)).toEqual(shut);
    expect(await doorsFor(other)).toEqual(open[role]);
  });

  it("shut to a session that never was, or is another's", async () => {
    const { claims } = await enter();
    const stranger = await enter();
    expect(await doorsFor({ ...claims, sessionId: "00000000-0000-7000-8000-000000000000" })).toEqual(shut);
    expect(await doorsFor({ ...claims, sessionId: stranger.claims.sessionId })).toEqual(shut);
  });

  it("shut after signing out everywhere", async () => {
    const { claims, user } = await enter();
    await endAllSessions({ db, userId: user.id });
    expect(await doorsFor(claims)).toEqual(shut);
    expect(await doorsFor({ ...claims, sessionVersion: 2 })).toEqual(shut);
  });

  it("shut to a token that was changed, signed by another, or is over", async () => {
    const { claims } = await enter();
    const token = { sub: claims.userId, sessionVersion: claims.sessionVersion, sessionId: claims.sessionId };
    const secret = "a secret for the tests alone";
    const good = cookieFor(claims);
    expect(await doorsFor(claimsFromCookies(good))).toEqual(open[role]);
    const at = sessionCookie.length + 120;
    const bad = [
      `${good.slice(0, at)}${good[at] === "A" ? "B" : "A"}${good.slice(at + 1)}`,
      `${sessionCookie}=${await encode({ token, secret: "another secret" })}`,
      `${sessionCookie}=${await encode({ token, secret, maxAge: -60 })}`,
    ];
    for (const cookie of bad) expect(await doorsFor(claimsFromCookies(cookie))).toEqual(shut);
  });

  it("go by the role of now, not of the sign-in", async () => {
    const { claims, user } = await enter();
    for (const next of roles) {
      await db.user.update({ where: { id: user.id }, data: { role: next } });
      expect(await doorsFor(claims)).toEqual(open[next]);
    }
  });
});

it("keeps all but the public door shut to who is not signed in", async () => {
  expect(await doorsFor(null)).toEqual(shut);
});
