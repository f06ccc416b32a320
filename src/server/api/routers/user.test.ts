import { describe, expect, it } from "vitest";
import { cookieFor, sessionCookie } from "~/server/session-cookie";
import { createCaller } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { changePassword } from "~/server/services/account/change-password";
import { makeEvent, makeUser, PASSWORD } from "~/test/factories";
import { authBrowser } from "~/test/harness/browser";
import { anotherDb, testDb } from "~/test/harness/database";

const db = testDb();
const other = anotherDb();

/** Someone signed in on a device: `api()` calls as the cookie in the jar says, and the jar keeps what is set. */
async function device(user: { email: string }, { password = PASSWORD, userAgent = "Firefox" } = {}) {
  const browser = authBrowser(db, { userAgent });
  const { error } = await browser.signIn(user.email, password);
  const api = async (client = db) =>
    createCaller(
      createContext({
        db: client,
        claims: browser.claims(),
        continueAs: (claims) => browser.keep(cookieFor(claims)),
      }),
    ).user;
  return { browser, api, error, jar: browser.jar };
}

describe("user.profile", () => {
  it("shows one's own account and how many bookings were paid for", async () => {
    const user = await makeUser(db, { phone: "+919876543210" });
    const { event } = await makeEvent(db);
    const booking = {
      userId: user.id,
      eventId: event.id,
      seatCount: 1,
      subtotalPaise: 100,
      taxPaise: 18,
      totalPaise: 118,
    };
    const times = { expiresAt: new Date(), holdsUntil: new Date(), policy: {} };
    await db.booking.create({
      data: { ...booking, ...times, bookingNumber: "A1", status: "CONFIRMED", confirmedAt: new Date() },
    });
    await db.booking.create({ data: { ...booking, ...times, bookingNumber: "A2", status: "EXPIRED" } });
    const { api } = await device(user);
    const profile = await (await api()).profile();
    expect(profile).toEqual({
      id: user.id,
      name: user.name,
      email: user.email,
      phone: "+919876543210",
      role: "USER",
      emailVerifiedAt: user.emailVerifiedAt,
      createdAt: user.createdAt,
      bookingCount: 1,
    });
  });
});

describe("user.updateProfile", () => {
  it("changes what is given and leaves the rest", async () => {
    const user = await makeUser(db, { phone: "+919876543210" });
    const api = await (await device(user)).api();
    expect(await api.updateProfile({ name: " Asha  Rao " })).toMatchObject({
      name: "Asha  Rao",
      phone: "+919876543210",
    });
    expect(await api.updateProfile({ phone: "+44 20 7946 0958" })).toMatchObject({
      name: "Asha  Rao",
      phone: "+442079460958",
    });
    expect(await api.updateProfile({ phone: "" })).toMatchObject({ phone: null });
    expect(await api.updateProfile({})).toMatchObject({ name: "Asha  Rao", phone: null });
  });

  it("names the field that is wrong, changes nothing, and never the role", async () => {
    const user = await makeUser(db);
    const api = await (await device(user)).api();
    await expect(api.updateProfile({ name: "Asha", phone: "12" })).rejects.toMatchObject({
      cause: { field: "phone" },
    });
    await api.updateProfile({ role: "ADMIN", email: "x@y.zz" } as never);
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({
      name: user.name,
      email: user.email,
      role: "USER",
    });
  });
});

describe("user.changePassword", () => {
  const change = { currentPassword: PASSWORD, newPassword: "a better password" };

  it("ends every other session and lets this one go on", async () => {
    const user = await makeUser(db);
    const here = await device(user);
    const there = await device(user);
    const before = here.browser.cookie();
    await (await here.api()).changePassword(change);

    expect(await (await here.api()).profile()).toMatchObject({ id: user.id });
    expect(await (await here.api()).sessions()).toMatchObject([{ current: true }]);
    await expect((await there.api()).profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(here.browser.cookie()).not.toBe(before);
    expect((await device(user)).error).toBe("WRONG_PASSWORD");
    expect((await device(user, { password: change.newPassword })).error).toBeNull();
  });

  it("leaves the old cookie of this very session worthless", async () => {
    const user = await makeUser(db);
    const here = await device(user);
    const stale = await here.api();
    await stale.changePassword(change);
    await expect(stale.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("asks NextAuth in vain to make an ended session good again", async () => {
    const user = await makeUser(db);
    const here = await device(user);
    const there = await device(user);
    await (await here.api()).changePassword(change);
    await there.browser.post("session", { data: "{}" });
    expect(there.jar.has(sessionCookie)).toBe(false);
    await expect((await there.api()).profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("says beside the field that the current one is wrong; nothing changes", async () => {
    const user = await makeUser(db);
    const here = await device(user);
    const there = await device(user);
    const call = (await here.api()).changePassword({ ...change, currentPassword: "wrong" });
    await expect(call).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { code: "WRONG_PASSWORD", field: "currentPassword" },
    });
    expect(await (await there.api()).profile()).toMatchObject({ id: user.id });
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({
      sessionVersion: 1,
      passwordHash: user.passwordHash,
    });
  });

  it("cannot be used to guess", async () => {
    const user = await makeUser(db);
    const api = await (await device(user)).api();
    for (let i = 0; i < 10; i++)
      await api.changePassword({ ...change, currentPassword: "wrong" }).catch(() => undefined);
    await expect(api.changePassword(change)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });

  it("lets one of all changes at once win, with one new version", async () => {
    const user = await makeUser(db);
    const actor = { id: user.id, role: user.role };
    await other.user.count();
    const all = await Promise.allSettled(
      [db, other, db, other].map((client, i) =>
        changePassword({ db: client, actor, sessionId: null, ...change, newPassword: `lantern-monsoon-${i}` }),
      ),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(all.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "WRONG_PASSWORD" },
    });
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({ sessionVersion: 2 });
  });
});

describe("sessions", () => {
  it("are listed with the one that asks, without the ended and the outworn", async () => {
    const user = await makeUser(db);
    const phone = await device(user, { userAgent: "Safari" });
    const laptop = await device(user, { userAgent: "Firefox" });
    const gone = await device(user);
    await gone.browser.signOut();
    await db.session.create({ data: { userId: user.id, createdAt: new Date(Date.now() - 31 * 86_400_000) } });
    await device(await makeUser(db));
    const list = await (await laptop.api()).sessions();
    expect(list.map(({ userAgent, current }) => [userAgent, current])).toEqual([
      ["Firefox", true],
      ["Safari", false],
    ]);
    expect((await (await phone.api()).sessions()).find(({ current }) => current)?.userAgent).toBe("Safari");
  });

  it("end one by one, twice without harm, and only one's own", async () => {
    const user = await makeUser(db);
    const here = await device(user);
    const there = await device(user);
    const stranger = await device(await makeUser(db));
    const id = (await (await here.api()).sessions()).find(({ current }) => !current)!.id;
    await expect((await stranger.api()).endSession({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await (await there.api()).profile()).toMatchObject({ id: user.id });
    expect(await (await here.api()).endSession({ id })).toEqual({ id });
    expect(await (await here.api()).endSession({ id })).toEqual({ id });
    await expect((await there.api()).profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await (await here.api()).profile()).toMatchObject({ id: user.id });
  });

  it("end everywhere, here too", async () => {
    const user = await makeUser(db);
    const here = await device(user);
    const there = await device(user);
    await (await here.api()).endAllSessions();
    expect(here.jar.has(sessionCookie)).toBe(false);
    await expect((await there.api()).profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect((await device(user)).error).toBeNull();
  });

  it("note now and then that they are in use", async () => {
    const { api } = await device(await makeUser(db));
    await (await api()).profile();
    const [fresh] = await db.session.findMany();
    await (await api()).profile();
    expect(await db.session.findMany()).toEqual([fresh]);
    const before = new Date(Date.now() - 11 * 60_000);
    await db.session.updateMany({ data: { lastSeenAt: before } });
    await (await api()).profile();
    expect((await db.session.findMany())[0]?.lastSeenAt.getTime()).toBeGreaterThan(
      before.getTime() + 600_000,
    );
  });
});
