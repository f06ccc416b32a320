import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { anotherDb, testDb } from "~/test/harness/database";
import { testRest, tokenFor, untilServed } from "~/test/harness/rest";
import { keepEffect } from "./request-record";

const db = testDb();
const bank = testBank(db);
const call = testRest(db, bank.gateway);
const elsewhere = testRest(anotherDb(), bank.gateway);
let token: string;
let venueId: string;
const key = "c4e8f0de-0d1f-4f43-9d0a-1f6a3f0f9b11";

beforeEach(async () => {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  token = await tokenFor(db, organizer);
  venueId = (await makeVenue(db, { ownerId: organizer.id })).id;
});

const event = (title = "Rains") => ({
  title, description: "Tabla.", category: "CONCERT", venueId, eventDate: "2030-01-20T19:00:00Z", basePrice: 500,
});
const make = (from = call, body: unknown = event(), withKey = key) => from("POST", "/api/events", { token, key: withKey, body });
/** As a process that was killed leaves the row: nobody prolongs it, its answer was never kept. */
const crash = () => db.$executeRaw`UPDATE "ApiRequest" SET status = NULL, answer = NULL, "lockedUntil" = now() - interval '1 second'`;

describe("an Idempotency-Key", () => {
  it("gives a hundred twins one event and one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => untilServed(() => make(i % 2 ? call : elsewhere))));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await db.event.count()).toBe(1);
    expect(answers.filter((answer) => !answer.headers["idempotency-replayed"])).toHaveLength(1);
  });

  it("refuses another request, and serves another key and another person", async () => {
    expect((await make()).status).toBe(201);
    const other = await make(call, event("Another"));
    expect([other.status, other.body.appCode]).toEqual([422, "KEY_REUSED"]);
    expect((await make(call, event("Another"), "another-key")).status).toBe(201);
    const stranger = await tokenFor(db, await makeUser(db));
    expect((await call("POST", "/api/events", { token: stranger, key, body: event() })).status).toBe(403);
    expect(await db.event.count()).toBe(2);
  });

  it("remembers a refusal that stands, and not one that passes", async () => {
    const nowhere = { ...event(), venueId: "nowhere" };
    expect((await make(call, nowhere)).status).toBe(400);
    expect((await make(call, nowhere)).headers["idempotency-replayed"]).toBe("true");
  });

  it("finds what was decided where the answer was lost in a crash", async () => {
    const first = await make();
    await crash();
    const again = await make(elsewhere);
    expect(again.text).toBe(first.text);
    expect(await db.event.count()).toBe(1);
  });

  it("starts afresh where the crash came before anything was decided", async () => {
    await make();
    await db.event.deleteMany({ where: { title: "Rains" } });
    await db.$executeRaw`UPDATE "ApiRequest" SET status = NULL, answer = NULL, effect = NULL, "lockedUntil" = now() - interval '1 second'`;
    expect((await make(elsewhere)).status).toBe(201);
    expect(await db.event.count()).toBe(1);
  });

  it("lets an executor that was taken for dead decide nothing", async () => {
    await make();
    const row = await db.apiRequest.findFirstOrThrow();
    await expect(db.$transaction((tx) => keepEffect(tx, row.id, { executor: "gone", effect: null }, "x"))).rejects.toMatchObject({ code: "IN_PROGRESS" });
  });

  it("registers once over a crash, and keeps no token that can be read", async () => {
    const body = { name: "Asha Rao", email: "asha@example.com", password: "monsoon-lantern-42" };
    const register = (from = call) => from("POST", "/api/auth/register", { key, body });
    const first = await register();
    expect((await register()).text).toBe(first.text);
    const row = await db.apiRequest.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(String(first.body.accessToken).slice(0, 20));
    await crash();
    const again = await register(elsewhere);
    expect([again.status, again.body.user]).toEqual([201, first.body.user]);
    expect(await db.user.count({ where: { email: body.email } })).toBe(1);
  });

  it("extends a hold once over a crash", async () => {
    const { event: onSale, seats } = await makeEvent(db);
    await call("POST", "/api/bookings/hold-seats", { token, body: { eventId: onSale.id, seatIds: [seats[0]!.id] } });
    const extend = () => call("POST", "/api/bookings/extend-hold", { token, key, body: { eventId: onSale.id } });
    const first = await extend();
    await crash();
    expect((await extend()).text).toBe(first.text);
    expect((await db.seatHold.findFirstOrThrow()).extensions).toBe(1);
  });

  it("makes one booking of a hundred requests", async () => {
    const { event: onSale, seats } = await makeEvent(db);
    const body = { eventId: onSale.id, seatIds: [seats[0]!.id] };
    await call("POST", "/api/bookings/hold-seats", { token, body });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => untilServed(() => (i % 2 ? call : elsewhere)("POST", "/api/bookings/create", { token, key, body }))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await crash();
    expect((await call("POST", "/api/bookings/create", { token, key, body })).text).toBe(answers[0]!.text);
    expect(await db.booking.count()).toBe(1);
  });

  it("is over after a day", async () => {
    await make();
    await db.$executeRaw`UPDATE "ApiRequest" SET "createdAt" = now() - interval '25 hours'`;
    expect((await make(call, event("Another"))).status).toBe(201);
  });
});
