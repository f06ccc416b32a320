import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { log } from "~/server/log";
import { makeEvent, makeUser, PASSWORD } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { authBrowser } from "~/test/harness/browser";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { testRest } from "~/test/harness/rest";

const db = testDb();
const rest = testRest(db, testBank(db).gateway);

type User = Awaited<ReturnType<typeof makeUser>>;
let admin: User;
let asha: User;
const lines: object[] = [];

beforeEach(async () => {
  lines.length = 0;
  vi.spyOn(log, "info").mockImplementation((about: unknown) => void lines.push(about as object));
  admin = await makeUser(db, { role: "ADMIN", name: "Office" });
  asha = await makeUser(db, { name: "Asha Rao", role: "ORGANIZER" });
});
afterEach(() => vi.restoreAllMocks());

const kinds = async () => (await db.securityEvent.findMany({ orderBy: { id: "asc" } })).map((event) => event.kind);
const ignore = (call: Promise<unknown>) => call.catch(() => undefined);

describe("the security log", () => {
  it("has sign-ins good, bad and locked out, as rows and as lines, without the address", async () => {
    await authBrowser(db).signIn(asha.email, PASSWORD);
    for (let i = 0; i < 11; i++) await authBrowser(db).signIn(asha.email, "wrong");
    await authBrowser(db).signIn("nobody@example.com", "wrong");
    const all = await kinds();
    expect(all.filter((kind) => kind === "sign-in-failed")).toHaveLength(11);
    expect([all[0], all.includes("sign-in-locked")]).toEqual(["sign-in", true]);
    const rows = await db.securityEvent.findMany();
    expect(rows[0]).toMatchObject({ userId: asha.id, ip: "1.2.3.4" });
    expect(lines.filter((line) => "security" in line)).toHaveLength(rows.length);
    expect(lines[0]).toMatchObject({ security: "sign-in", userId: asha.id, ip: "1.2.3.4" });
    expect(JSON.stringify([rows, lines])).not.toMatch(/@|wrong/);
  });

  it("has refused access of the signed-in, ten a minute at most, over both ways in", async () => {
    const { event } = await makeEvent(db);
    const buyer = await makeUser(db);
    for (let i = 0; i < 12; i++) await ignore(callerFor(buyer).admin.users({}));
    expect(await kinds()).toEqual(Array(10).fill("refused"));
    expect(await db.securityEvent.findFirst()).toMatchObject({ userId: buyer.id, facts: { what: "admin.users", code: "FORBIDDEN" } });
    await ignore(callerFor(null).admin.users({}));
    const other = await makeUser(db);
    const { body } = await rest("POST", "/api/auth/login", { body: { email: other.email, password: PASSWORD } });
    await rest("POST", `/api/events/${event.id}/publish`, { token: String(body.accessToken) });
    expect((await db.securityEvent.findMany({ where: { userId: other.id, kind: "refused" } })).map((row) => row.facts)).toEqual([
      { what: "publishEvent", code: "FORBIDDEN" },
    ]);
  });

  it("has changed rights, exports of personal data, and the life of a key", async () => {
    const { event } = await makeEvent(db, { organizerId: asha.id });
    await callerFor(admin).admin.setRole({ userId: asha.id, role: "ADMIN" });
    await callerFor(admin).admin.setRole({ userId: asha.id, role: "ORGANIZER" });
    await callerFor(asha).organizer.attendeesCsv({ eventId: event.id });
    await callerFor(asha).checkIn.doorListCsv({ eventId: event.id });
    await callerFor(asha).user.exportData();
    const { id, key } = await callerFor(asha).apiKey.create({ name: "Till", scopes: ["events"] });
    await rest("GET", "/api/events", { token: key });
    await rest("GET", "/api/events", { token: key });
    await callerFor(asha).apiKey.revoke({ id });
    await rest("GET", "/api/events", { token: key });
    await callerFor(admin).admin.setSuspended({ userId: asha.id, suspended: true });
    expect(await kinds()).toEqual([
      "role-changed", "role-changed", "data-exported", "data-exported", "data-exported", "key-made", "key-used", "key-revoked", "key-refused", "suspended",
    ]);
  });

  it("has password changes and resets, and forgets whose they were when the account goes", async () => {
    await callerFor(asha).user.changePassword({ currentPassword: PASSWORD, newPassword: "lantern-monsoon-24" });
    await callerFor(null).auth.requestPasswordReset({ email: asha.email });
    await callerFor({ id: asha.id, sessionVersion: 2 }).user.endAllSessions();
    await callerFor({ id: asha.id, sessionVersion: 3 }).user.deleteAccount({ password: "lantern-monsoon-24" });
    expect(await kinds()).toEqual(["password-changed", "reset-asked", "sessions-ended", "account-deleted"]);
    expect(JSON.stringify(await db.securityEvent.findMany())).not.toContain(asha.id);
  });

  it("stops nobody where it cannot be written", async () => {
    const away = new Proxy(db, { get: (of, name) => (name === "securityEvent" ? { create: () => Promise.reject(new Error("full")) } : Reflect.get(of, name)) });
    const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
    expect((await authBrowser(away).signIn(asha.email, PASSWORD)).error).toBeNull();
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ security: "sign-in" }), expect.any(String));
  });
});

describe("admin.securityLog", () => {
  it("is narrowed by kind, person, address and time, the newest first, with names", async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    await db.securityEvent.createMany({
      data: [
        { kind: "sign-in", userId: asha.id, ip: "1.1.1.1", at: ago(3) },
        { kind: "refused", userId: asha.id, ip: "2.2.2.2", at: ago(2) },
        { kind: "sign-in-failed", ip: "2.2.2.2", at: ago(1) },
      ],
    });
    const log = (input: object) => callerFor(admin).admin.securityLog(input).then(({ items }) => items.map((item) => item.kind));
    expect(await log({})).toEqual(["sign-in-failed", "refused", "sign-in"]);
    expect(await log({ kind: "refused" })).toEqual(["refused"]);
    expect(await log({ person: "rao asha" })).toEqual(["refused", "sign-in"]);
    expect(await log({ person: "nobody like that" })).toEqual([]);
    expect(await log({ address: "2.2.2.2" })).toEqual(["sign-in-failed", "refused"]);
    expect(await log({ from: ago(2.5), to: ago(1.5) })).toEqual(["refused"]);
    expect((await callerFor(admin).admin.securityLog({ kind: "sign-in" })).items[0]).toMatchObject({ person: "Asha Rao" });
  });
});

describe("admin.auditLog", () => {
  it("names people and things, and is narrowed by who did it", async () => {
    const { event } = await makeEvent(db, { title: "Veena by Lamplight" });
    await callerFor(admin).admin.setFeatured({ id: event.id, featured: true });
    await callerFor(admin).admin.setRole({ userId: asha.id, role: "USER" });
    const { items } = await callerFor(admin).admin.auditLog({ person: "office" });
    expect(items.map(({ action, actorName, entityName }) => [action, actorName, entityName])).toEqual([
      ["user.setRole", "Office", "Asha Rao"],
      ["event.feature", "Office", "Veena by Lamplight"],
    ]);
    expect((await callerFor(admin).admin.auditLog({ person: "asha" })).total).toBe(0);
  });
});
