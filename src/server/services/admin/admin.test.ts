import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser, PASSWORD } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { signIn } from "~/server/services/account/sign-in/sign-in";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let admin: User;
let asha: User;

beforeEach(async () => {
  admin = await makeUser(db, { role: "ADMIN", name: "Admin" });
  asha = await makeUser(db, { name: "Asha Rao", email: "asha@aisle.test" });
});

describe("admin.users", () => {
  it("finds people by word, role and suspension, a page at a time; deleted ones are gone", async () => {
    await makeUser(db, { name: "Asha Iyer", role: "ORGANIZER", suspendedAt: new Date() });
    await makeUser(db, { name: "Asha Gone", deletedAt: new Date() });
    const find = (input: object) => callerFor(admin).admin.users(input);
    expect((await find({ search: "asha" })).items.map((user) => user.name)).toEqual([
      "Asha Iyer",
      "Asha Rao",
    ]);
    expect(await find({ search: "asha", page: 2, limit: 1 })).toMatchObject({
      total: 2,
      pageCount: 2,
      items: [{ name: "Asha Rao", bookingCount: 0, eventCount: 0 }],
    });
    expect((await find({ search: "rao asha@" })).total).toBe(1);
    expect((await find({ role: "ORGANIZER" })).items).toMatchObject([{ name: "Asha Iyer" }]);
    expect((await find({ suspended: false, search: "asha" })).items).toMatchObject([{ name: "Asha Rao" }]);
    expect((await find({ search: "%" })).total).toBe(0);
  });

  it("says nothing of passwords", async () => {
    const { items } = await callerFor(admin).admin.users({});
    expect(JSON.stringify(items)).not.toContain("passwordHash");
  });
});

describe("admin.setRole", () => {
  it("takes effect on the open session and is written down", async () => {
    await expect(callerFor(asha).organizer.dashboard({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await callerFor(admin).admin.setRole({ userId: asha.id, role: "ORGANIZER" });
    await expect(callerFor(asha).organizer.dashboard({})).resolves.toMatchObject({ events: { total: 0 } });
    expect(await db.auditEntry.findFirst({ where: { entityId: asha.id } })).toMatchObject({
      action: "user.setRole",
      actorId: admin.id,
      before: { role: "USER" },
      after: { role: "ORGANIZER" },
    });
  });

  it("leaves one's own account alone", async () => {
    await expect(callerFor(admin).admin.setRole({ userId: admin.id, role: "USER" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      callerFor(admin).admin.setSuspended({ userId: admin.id, suspended: true }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("admin.setSuspended", () => {
  const enter = () => signIn({ db, email: asha.email, password: PASSWORD, ip: "1.2.3.4", userAgent: "" });

  it("ends every session at once and shuts the door, until let in again", async () => {
    await enter();
    await callerFor(admin).admin.setSuspended({ userId: asha.id, suspended: true });
    await expect(callerFor(asha).user.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await db.session.count({ where: { userId: asha.id, revokedAt: null } })).toBe(0);
    await expect(enter()).rejects.toThrow();
    await callerFor(admin).admin.setSuspended({ userId: asha.id, suspended: false });
    // The old session stays ended: its version has passed.
    await expect(callerFor(asha).user.profile()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(enter()).resolves.toMatchObject({ userId: asha.id });
    const log = await callerFor(admin).admin.auditLog({ entityId: asha.id });
    expect(log.items.map((entry) => entry.action)).toEqual(["user.reinstate", "user.suspend"]);
  });
});

describe("admin.auditLog", () => {
  it("is narrowed by action, thing, person and time, the newest first", async () => {
    const entry = (action: string, daysAgo: number, actorId: string | null = admin.id) =>
      db.auditEntry.create({
        data: {
          action,
          entity: action.split(".")[0]!,
          entityId: "x1",
          actorId,
          createdAt: new Date(Date.now() - daysAgo * 86_400_000),
        },
      });
    await entry("event.publish", 3);
    await entry("event.cancel", 2, null);
    await entry("coupon.create", 1);
    const actions = async (input: object) =>
      (await callerFor(admin).admin.auditLog(input)).items.map((row) => row.action);
    expect(await actions({})).toEqual(["coupon.create", "event.cancel", "event.publish"]);
    expect(await actions({ action: "event." })).toEqual(["event.cancel", "event.publish"]);
    expect(await actions({ entity: "coupon" })).toEqual(["coupon.create"]);
    expect(await actions({ actorId: admin.id })).toEqual(["coupon.create", "event.publish"]);
    expect(await actions({ from: new Date(Date.now() - 2.5 * 86_400_000), limit: 1, page: 2 })).toEqual([
      "event.cancel",
    ]);
    const [newest, system] = (await callerFor(admin).admin.auditLog({})).items;
    expect([newest?.actorName, system?.actorName]).toEqual(["Admin", null]);
  });
});

describe("admin.setFeatured", () => {
  it("takes published events only, and takes any off again", async () => {
    const { event } = await makeEvent(db);
    const draft = await makeEvent(db, { status: "DRAFT" });
    const set = (id: string, featured: boolean) => callerFor(admin).admin.setFeatured({ id, featured });
    await set(event.id, true);
    expect((await callerFor(null).event.list({ featured: true })).items).toMatchObject([{ id: event.id }]);
    await set(event.id, false);
    expect((await callerFor(null).event.list({ featured: true })).total).toBe(0);
    await expect(set(draft.event.id, true)).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
  });
});
