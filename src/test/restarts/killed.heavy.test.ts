import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workers } from "~/cli/front/workers";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { tokenFor } from "~/test/harness/rest";
import { closeGate, type Moment } from "./gate";
import { startPlainWorkers } from "./start";

// kill -9 of the process that serves, with requests under way that carry an Idempotency-Key: another process takes the
// port, the client asks again, and there is one effect and one answer.

const db = testDb();
let workers: Workers;
let port = 0;

beforeEach(async () => {
  ({ workers, port } = await startPlainWorkers(() => undefined, { file: new URL("./patient-worker.ts", import.meta.url), count: 1 }));
}, 300_000);
afterEach(() => workers.stop(), 60_000);

type Asked = { name: string; path: string; token?: string; body: Record<string, unknown>; key: string };
type Told = { status: number; body: Record<string, unknown> };

async function ask({ path, token, body, key }: Asked): Promise<Told> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key, ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Told["body"] };
}

/** Requests of strangers to one another: none of them waits for another's rows. */
async function requests(moment: Moment): Promise<Asked[]> {
  const one = (name: string, path: string, body: Asked["body"], token?: string) => ({ name, path, token, body, key: randomUUID() });
  const [planner, builder] = [await makeUser(db, { role: "ORGANIZER" }), await makeUser(db, { role: "ORGANIZER" })];
  const venue = await makeVenue(db, { ownerId: planner.id });
  const event = { title: "Rains", description: "Tabla.", category: "CONCERT", venueId: venue.id, eventDate: "2030-01-20T19:00:00Z", basePrice: 500 };
  const buyer = async () => {
    const { event: onSale, seats } = await makeEvent(db);
    return { token: await tokenFor(db, await makeUser(db)), seats: { eventId: onSale.id, seatIds: [seats[0]!.id] } };
  };
  const [holding, booking, extending] = [await buyer(), await buyer(), await buyer()];
  for (const { token, seats } of [booking, extending]) await ask(one("", "/api/bookings/hold-seats", seats, token));
  const decided = [
    one("register", "/api/auth/register", { name: "Asha Rao", email: "asha@example.com", password: "monsoon-lantern-42" }),
    one("createEvent", "/api/events", event, await tokenFor(db, planner)),
    one("createVenue", "/api/venues", { name: "Lantern House", address: "4 Fort Lane", city: "Mumbai" }, await tokenFor(db, builder)),
    one("extendHold", "/api/bookings/extend-hold", { eventId: extending.seats.eventId }, extending.token),
  ];
  // These may run again, and find what they did: nothing is written down of what they decided.
  const repeatable = [
    one("holdSeats", "/api/bookings/hold-seats", holding.seats, holding.token),
    one("createBooking", "/api/bookings/create", booking.seats, booking.token),
  ];
  return moment === "effect" ? decided : [...decided, ...repeatable];
}

/** What there is of each request's effect. */
async function effects() {
  const [users, events, venues, extensions, bookings, holds] = await Promise.all([
    db.user.findMany({ where: { email: "asha@example.com" }, select: { id: true } }),
    db.event.findMany({ where: { title: "Rains" }, select: { id: true } }),
    db.venue.findMany({ where: { name: "Lantern House" }, select: { id: true } }),
    db.seatHold.findMany({ where: { extensions: { gt: 0 } }, select: { userId: true, extensions: true } }),
    db.booking.findMany({ select: { id: true } }),
    db.seat.count({ where: { status: "HELD" } }),
  ]);
  return { users, events, venues, extensions, bookings, holds };
}

/** The request is sent, the process killed while it is in this moment, another started; returns who asked what. */
async function killedAt(moment: Moment): Promise<Asked[]> {
  const asked = await requests(moment);
  const gate = await closeGate(moment);
  try {
    const lost = asked.map((one) => ask(one).then(() => "answered", () => "lost"));
    await gate.held(asked.length);
    const [victim] = workers.pids;
    process.kill(victim!, "SIGKILL");
    await gate.killed();
    expect(await Promise.all(lost)).toEqual(asked.map(() => "lost"));
    await expect.poll(() => workers.pids.filter((pid) => pid !== victim).length, { timeout: 300_000 }).toBe(1);
  } finally {
    await gate.open();
  }
  // Nobody prolongs what the dead one had: its time is over.
  await db.$executeRaw`UPDATE "ApiRequest" SET "lockedUntil" = now() - interval '1 second' WHERE status IS NULL`;
  return asked;
}

/** A new sign-in has tokens of its own; all else is the same word by word. */
const withoutTokens = ({ status, body: { accessToken: _, refreshToken: __, expiresAt, ...body } }: Told, name: string) => ({
  status,
  body: name === "register" ? body : { ...body, expiresAt },
});

async function askedAgain(asked: Asked[]) {
  const first = await Promise.all(asked.map(ask));
  const second = await Promise.all(asked.map(ask));
  expect(second).toEqual(first);
  return new Map(asked.map(({ name }, at) => [name, withoutTokens(first[at]!, name)]));
}

describe("a process that is killed", () => {
  it("between what it did and its answer: it is done once, and told as it was done", async () => {
    const asked = await killedAt("answer");
    const done = await effects();
    expect([done.users, done.events, done.venues, done.extensions, done.bookings].map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1]);
    const told = await askedAgain(asked);
    expect(await effects()).toEqual(done);
    expect(told.get("register")).toMatchObject({ status: 201, body: { user: { id: done.users[0]!.id } } });
    expect(told.get("createEvent")).toMatchObject({ status: 201, body: { id: done.events[0]!.id } });
    expect(told.get("createVenue")).toMatchObject({ status: 201, body: { id: done.venues[0]!.id } });
    expect(told.get("createBooking")).toMatchObject({ status: 201, body: { bookingId: done.bookings[0]!.id } });
    for (const name of ["holdSeats", "extendHold"]) expect(told.get(name)).toMatchObject({ status: 200, body: { success: true } });
  });

  it("before what it did was sure: nothing is done, and the repeat does it once", async () => {
    const asked = await killedAt("effect");
    const before = await effects();
    expect([before.users, before.events, before.venues, before.extensions]).toEqual([[], [], [], []]);
    const told = await askedAgain(asked);
    const done = await effects();
    expect([done.users, done.events, done.venues, done.extensions].map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    expect(done.extensions[0]!.extensions).toBe(1);
    expect(told.get("createEvent")).toMatchObject({ status: 201, body: { id: done.events[0]!.id } });
    expect(told.get("createVenue")).toMatchObject({ status: 201, body: { id: done.venues[0]!.id } });
  });
});
