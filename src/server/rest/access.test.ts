import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { ApiScope } from "~/domain/api-key";
import { roles, type Role } from "~/domain/permissions";
import { createApiKey, revokeApiKey } from "~/server/services/api-keys/keep-keys";
import type { World } from "~/test/access-rule";
import { makeWorld } from "~/test/access-world";
import { env } from "~/env";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { prismRest } from "~/test/harness/prism";
import { tokenFor } from "~/test/harness/rest";
import { restAccessRules } from "~/test/rest-access-rules";
import type { Endpoint } from "./endpoint";
import { table } from "./table";

// Every row of the public API, with every role, with keys, and with another's ids. The list is the table's own.

const db = testDb({ reset: "file" });
const bank = testBank(db);
const call = prismRest(db, bank.gateway);

let tokens: Record<Role | "stranger", string>;
let owner: { id: string; role: Role };
let world: World;
const keys = {} as Record<ApiScope, string>;

beforeAll(async () => {
  const [buyer, organizer, admin, stranger, other, victim] = await Promise.all([
    makeUser(db),
    makeUser(db, { role: "ORGANIZER" }),
    makeUser(db, { role: "ADMIN" }),
    makeUser(db, { role: "ORGANIZER" }),
    makeUser(db, { role: "ORGANIZER" }),
    makeUser(db),
  ]);
  owner = other;
  tokens = {
    USER: await tokenFor(db, buyer), ORGANIZER: await tokenFor(db, organizer), ADMIN: await tokenFor(db, admin), stranger: await tokenFor(db, stranger),
  };
  world = await makeWorld(db, owner, victim);
  for (const scope of ["events", "orders", "check-in", "reports"] as const) {
    keys[scope] = (await createApiKey({ db, actor: stranger, input: { name: scope, scopes: [scope] } })).key;
  }
});

/** What the row answers to somebody, with input that nothing can be done with unless another is given. */
async function answerTo(row: Endpoint, token: string | undefined, given: { id?: string; body?: object; query?: string } = {}) {
  const path = row.path.replace("{id}", given.id ?? "nobody");
  // No body that any row takes.
  const body = row.method === "GET" ? undefined : (given.body ?? { email: 1, name: 1, eventId: 1, title: 1, currentPassword: 1, refreshToken: 1, method: 1, orderId: 1, paymentId: 1, reason: 1 });
  const { status, body: answer } = await call(row.method, path + (given.query ?? ""), { token, body });
  return answer.appCode ?? String(status);
}

const stops = ["UNAUTHORIZED", "FORBIDDEN"];

it("has a rule for every row, and none for what is gone", () => {
  expect(Object.keys(restAccessRules).sort()).toEqual(table.map((row) => row.operationId).sort());
});

describe.each(table.map((row) => [row.operationId, row] as const))("%s", (operationId, row) => {
  const rule = restAccessRules[operationId]!;

  it(`stands behind the door: ${rule.door}`, async () => {
    expect([row.door, row.scope ?? null]).toEqual([rule.door, rule.scope]);
    const behind = rule.door === "user" || rule.door === "organizer";
    expect(stops.includes(await answerTo(row, undefined))).toBe(behind || operationId === "refreshToken" ? behind : false);
    for (const role of roles) {
      const shut = rule.door === "organizer" && role === "USER";
      expect([role, (await answerTo(row, tokens[role])) === "FORBIDDEN"]).toEqual([role, shut]);
    }
  });

  if (rule.door === "user" || rule.door === "organizer") {
    it("takes keys of its scope alone", async () => {
      for (const [scope, key] of Object.entries(keys)) {
        const good = { body: {}, ...(row.operationId.endsWith("Event") ? {} : {}) };
        const answer = await answerTo(row, key, row.method === "GET" ? {} : good);
        // Input is read before a key's event is known: what is wrong with it may be said first.
        if (scope === rule.scope) expect([scope, stops.includes(answer)]).toEqual([scope, false]);
        else expect([scope, ["FORBIDDEN", "INVALID_INPUT"].includes(answer)]).toEqual([scope, true]);
      }
    });
  }

  if (rule.foreign) {
    it("refuses another's ids", async () => {
      const given = rule.foreign!(world);
      for (const token of [tokens.USER, tokens.stranger, ...Object.values(keys)]) {
        expect(["FORBIDDEN", "NOT_FOUND", ...(rule.refusedAs ?? [])]).toContain(await answerTo(row, token, given));
      }
    });
  }
});

describe("an API key", () => {
  const profile = "/api/events?status=all";

  it("shows drafts of its owner with the scope, and not without", async () => {
    const make = async (scopes: ApiScope[], eventId?: string) => (await createApiKey({ db, actor: owner, input: { name: "K", scopes, eventId } })).key;
    const drafts = async (token: string) => (await call("GET", `/api/events/${world.draftId}`, { token })).status;
    expect(await drafts(await make(["events"]))).toBe(200);
    expect(await drafts(await make(["reports"]))).toBe(404);
    expect(await drafts(await make(["events"], world.eventId))).toBe(404);
    const ofOne = await make(["events"], world.eventId);
    expect((await call("PUT", `/api/events/${world.draftId}`, { token: ofOne, body: { subtitle: "x" } })).status).toBe(403);
    expect((await call("PUT", `/api/events/${world.eventId}`, { token: ofOne, body: { subtitle: "x" } })).status).toBe(200);
    expect((await call("POST", "/api/venues", { token: ofOne, body: { name: "N", address: "A", city: "C" } })).status).toBe(403);
  });

  it("gives no money back where the shop asks for a second factor, and does the rest of its scope", async () => {
    const asked = env.SECOND_FACTOR_REQUIRED;
    onTestFinished(() => void Object.assign(env, { SECOND_FACTOR_REQUIRED: asked }));
    const { key } = await createApiKey({ db, actor: owner, input: { name: "K", scopes: ["events", "orders", "reports"] } });
    const { event } = await makeEvent(db, { organizerId: owner.id });
    const cancel = async (token: string) => (await call("POST", `/api/events/${event.id}/cancel`, { token, body: {} })).body.appCode ?? "done";
    Object.assign(env, { SECOND_FACTOR_REQUIRED: true });
    expect(await cancel(key)).toBe("SECOND_FACTOR_REQUIRED");
    expect(await cancel(await tokenFor(db, owner))).toBe("SECOND_FACTOR_REQUIRED");
    expect((await call("PUT", `/api/events/${event.id}`, { token: key, body: { subtitle: "x" } })).status).toBe(200);
    expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).status).toBe("PUBLISHED");
    Object.assign(env, { SECOND_FACTOR_REQUIRED: asked });
    expect(await cancel(key)).toBe("done");
  });

  it("of an admin is for what is their own, where the shop asks for a second factor", async () => {
    const asked = env.SECOND_FACTOR_REQUIRED;
    onTestFinished(() => void Object.assign(env, { SECOND_FACTOR_REQUIRED: asked }));
    const admin = await makeUser(db, { role: "ADMIN" });
    const { key } = await createApiKey({ db, actor: admin, input: { name: "K", scopes: ["events", "orders"] } });
    const { event } = await makeEvent(db, { organizerId: admin.id });
    const list = async (id: string) => (await call("GET", `/api/events/${id}/attendees`, { token: key })).status;
    expect(await list(world.eventId)).toBe(200);
    Object.assign(env, { SECOND_FACTOR_REQUIRED: true });
    expect([403, 404]).toContain(await list(world.eventId));
    expect(await list(event.id)).toBe(200);
  });

  it("ends at once: revoked, run out, its owner no organizer, suspended", async () => {
    const person = await makeUser(db, { role: "ORGANIZER" });
    const { id, key } = await createApiKey({ db, actor: person, input: { name: "K", scopes: ["events"], expiresInDays: 1 } });
    const status = async () => (await call("GET", profile, { token: key })).status;
    expect(await status()).toBe(200);
    expect((await db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt).not.toBeNull();
    await db.user.update({ where: { id: person.id }, data: { role: "USER" } });
    expect(await status()).toBe(401);
    await db.user.update({ where: { id: person.id }, data: { role: "ORGANIZER", suspendedAt: new Date() } });
    expect(await status()).toBe(401);
    await db.user.update({ where: { id: person.id }, data: { suspendedAt: null } });
    await db.apiKey.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await status()).toBe(401);
    await db.apiKey.update({ where: { id }, data: { expiresAt: null } });
    expect(await status()).toBe(200);
    await revokeApiKey({ db, actor: person, id });
    expect(await status()).toBe(401);
    expect(JSON.stringify(await db.apiKey.findUniqueOrThrow({ where: { id } }))).not.toContain(key.slice(10, 30));
  });
});

it("left everything as it was", async () => {
  const [draft, booking, venue] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: world.draftId } }),
    db.booking.findUniqueOrThrow({ where: { id: world.bookingId } }),
    db.venue.findUniqueOrThrow({ where: { id: world.venueId }, include: { sections: true } }),
  ]);
  expect([draft.status, booking.status, venue.sections.length]).toEqual(["DRAFT", "PENDING", 1]);
});
