import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request as ask, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import superjson from "superjson";
import { GET as restGet, POST as restPost } from "~/app/api/[...path]/route";
import { GET, POST } from "~/app/api/trpc/[trpc]/route";
import { appRouter } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { table } from "~/server/rest/table";
import { claimsFromCookies, cookieFor } from "~/server/session-cookie";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { setTimes } from "~/test/harness/patience";
import { faultsOf } from "~/test/harness/rest-document";
import { createFront, type Front } from "./front";
import { mounts } from "./mounts";

const db = testDb();
let front: Front;
let base = "";

beforeAll(async () => {
  front = createFront({ mounts, next: (_, response) => response.writeHead(404).end("next") });
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
});
afterAll(() => front.server.close());

type Send = (target: string, init?: RequestInit) => Promise<Response>;
const overFront: Send = (target, init) => fetch(base + target, init);
const overRoute: Send = (target, init) => {
  const request = new Request(`http://localhost${target}`, { ...init, duplex: "half" } as RequestInit);
  return request.method === "GET" ? GET(request) : POST(request);
};
/** tRPC's own handler, which ours must not be told from. */
const overTrpc: Send = (target, init) => {
  const request = new Request(`http://localhost${target}`, init);
  const claims = claimsFromCookies(request.headers.get("cookie"));
  return fetchRequestHandler({ endpoint: "/api/trpc", req: request, router: appRouter, createContext: () => createContext({ claims }) });
};

const json = { "content-type": "application/json" };
const query = (path: string, input: unknown, batch = false) =>
  `/api/trpc/${path}?${batch ? "batch=1&" : ""}input=${encodeURIComponent(JSON.stringify(input))}`;
const wire = (value: unknown) => superjson.serialize(value);
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { ...json, ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

async function told(answer: Response) {
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get("content-type"), body: text && (JSON.parse(text) as unknown) };
}

let cookie = "";
let eventId = "";
let seatIds: string[] = [];
beforeEach(async () => {
  const user = await makeUser(db);
  const session = await db.session.create({ data: { userId: user.id } });
  cookie = cookieFor({ userId: user.id, sessionVersion: 1, sessionId: session.id }).split(";")[0]!;
  const { event, seats } = await makeEvent(db);
  eventId = event.id;
  seatIds = seats.map((seat) => seat.id);
});

describe.each([
  ["the front", overFront],
  ["the App route", overRoute],
])("a call by way of %s", (_, send) => {
  const same = async (target: () => string, init: () => RequestInit = () => ({})) => {
    const ours = await told(await send(target(), init()));
    expect(ours).toEqual(await told(await overTrpc(target(), init())));
    return ours;
  };

  it("is answered as tRPC's own handler answers", async () => {
    const signedIn = () => ({ headers: { cookie } });
    expect(await same(() => query("event.byId", wire({ id: eventId })))).toMatchObject({ status: 200 });
    expect(await same(() => query("event.list", wire({ dateFrom: new Date(0) })))).toMatchObject({ status: 200 });
    expect(await same(() => "/api/trpc/event.facets")).toMatchObject({ status: 200 });
    expect(await same(() => query("user.profile", wire(undefined)), signedIn)).toMatchObject({ status: 200 });
    const two = { 0: wire({ id: eventId }), 1: wire({ eventId }) };
    expect(await same(() => query("event.byId,seatLock.status", two, true), signedIn)).toMatchObject({ status: 200 });
  });

  it("is refused as tRPC's own handler refuses", async () => {
    expect(await same(() => query("event.byId", wire({ id: "none" })))).toMatchObject({ status: 404 });
    expect(await same(() => query("event.byId", wire({ id: 5 })))).toMatchObject({ status: 400 });
    expect(await same(() => query("event.byId", wire({ id: "none" }), true))).toMatchObject({ status: 400 });
    expect(await same(() => query("user.profile", wire(undefined)))).toMatchObject({ status: 401 });
    expect(await same(() => "/api/trpc/no.such")).toMatchObject({ status: 404 });
    expect(await same(() => "/api/trpc/constructor")).toMatchObject({ status: 404 });
    expect(await same(() => "/api/trpc/seatLock.hold")).toMatchObject({ status: 405 });
    expect(await same(() => "/api/trpc/event.facets", () => post({}))).toMatchObject({ status: 405 });
    const mixed = { 0: wire({ id: eventId }), 1: wire({ id: "none" }) };
    expect(await same(() => query("event.byId,event.byId", mixed, true))).toMatchObject({ status: 207 });
  });

  it("changes something, once", async () => {
    const held = await told(await send("/api/trpc/seatLock.hold", post(wire({ eventId, seatIds: seatIds.slice(0, 1) }), { cookie })));
    expect(held).toMatchObject({ status: 200, body: { result: { data: { json: { seatIds: [seatIds[0]] } } } } });
    const batch = { 0: wire({ eventId, seatIds: seatIds.slice(1, 2) }) };
    const more = await told(await send("/api/trpc/seatLock.hold?batch=1", post(batch, { cookie })));
    expect(more.body).toMatchObject([{ result: { data: { json: { seatIds: expect.arrayContaining(seatIds.slice(0, 2)) as string[] } } } }]);
  });

  it("signs a browser out by its cookie", async () => {
    const answer = await send("/api/trpc/user.endAllSessions", post(wire(undefined), { cookie }));
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([cookieFor(null)]);
    expect((await send("/api/trpc/user.profile", { headers: { cookie } })).status).toBe(401);
  });

  it("says how long its answer is, and that nobody may keep it", async () => {
    const answer = await send("/api/trpc/event.facets");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    if (send === overFront) expect(answer.headers.get("content-length")).toMatch(/^\d+$/);
    expect(answer.headers.get("transfer-encoding")).toBeNull();
  });

  const refused = async (sent: Promise<Response>) => {
    const { status, body } = await told(await sent);
    const [one] = [body].flat() as { error?: { json: { message: string; data: { appCode: string } } } }[];
    return { status, appCode: one?.error?.json.data.appCode, message: one?.error?.json.message };
  };

  it("is at most ten calls at once", async () => {
    const many = (count: number) => query(Array(count).fill("event.facets").join(), {}, true);
    expect((await send(many(10))).status).toBe(200);
    expect(await refused(send(many(11)))).toEqual({
      status: 400,
      appCode: "INVALID_INPUT",
      message: "That is too much at once: 10 calls are the most.",
    });
  });

  it("brings 64 kB, and a seating plan 8 MB, and not a byte more", async () => {
    const large = (bytes: number) => post(JSON.stringify({ json: { token: "x".repeat(bytes) } }));
    expect(await refused(send("/api/trpc/auth.verifyEmail", large(60_000)))).toMatchObject({ status: 400 });
    const tooMuch = { status: 413, appCode: "INVALID_INPUT", message: "That is too much at once: 64 kB is the most." };
    expect(await refused(send("/api/trpc/auth.verifyEmail", large(64_000)))).toEqual(tooMuch);
    const inPieces = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 70; i++) controller.enqueue(new TextEncoder().encode("x".repeat(1_000)));
        controller.close();
      },
    });
    const unannounced = { method: "POST", headers: json, body: inPieces, duplex: "half" } as RequestInit;
    expect(await refused(send("/api/trpc/auth.verifyEmail", unannounced))).toEqual(tooMuch);
    expect(await refused(send("/api/trpc/venue.importPlan", large(1_000_000)))).toMatchObject({ status: 401 });
    expect(await refused(send("/api/trpc/venue.importPlan", large(8_000_000)))).toMatchObject({ status: 413 });
  });

  it("is JSON that we know, and nothing superjson could build", async () => {
    for (const type of ["multipart/form-data; boundary=a", "application/octet-stream", "text/plain"]) {
      expect(await refused(send("/api/trpc/user.endAllSessions", post("{}", { "content-type": type, cookie })))).toMatchObject({ status: 415 });
    }
    const marked = { json: { token: "9".repeat(60_000) }, meta: { values: { token: ["bigint"] } } };
    expect(await refused(send("/api/trpc/auth.verifyEmail", post(marked)))).toMatchObject({ status: 400, appCode: "INVALID_INPUT" });
    expect(await refused(send("/api/trpc/auth.verifyEmail", post("{no")))).toMatchObject({ status: 400, appCode: "INVALID_INPUT" });
  });
});

/** Sends the beginning of a body to the front, and no more; returns what it says to that. */
async function beginsOnly(path: string): Promise<Response> {
  const sent = ask(base + path, { method: "POST", headers: { ...json, "content-length": "9" } });
  sent.on("error", () => undefined).write("{");
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  let text = "";
  for await (const piece of response) text += String(piece);
  sent.destroy();
  return new Response(text, { status: response.statusCode, headers: response.headers as Record<string, string> });
}

const overRestRoute: Send = (target, init) => {
  const request = new Request(`http://localhost${target}`, { ...init, duplex: "half" } as RequestInit);
  return request.method === "GET" ? restGet(request) : restPost(request);
};

describe.each([
  ["the front", overFront],
  ["the App route", overRestRoute],
])("a call of the public API by way of %s", (_, send) => {
  it("is answered, with the headers of every answer, once each", async () => {
    const answer = await send(`/api/events/${eventId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.json()).toMatchObject({ id: eventId });
    expect((await send("/api/events/none")).status).toBe(404);
  });

  it("brings 64 kB and not a byte more, announced or in pieces", async () => {
    const tooMuch = { status: 413, appCode: "TOO_LARGE" };
    const whole = post(JSON.stringify({ email: "x".repeat(66_000), password: "p" }));
    const pieces = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 70; i++) controller.enqueue(new TextEncoder().encode("x".repeat(1_000)));
        controller.close();
      },
    });
    const unannounced = { method: "POST", headers: json, body: pieces, duplex: "half" } as RequestInit;
    for (const init of [whole, unannounced]) {
      const answer = await send("/api/auth/login", init);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await answer.json()).toMatchObject(tooMuch);
    }
  });

  it("is told so where its body does not come in time, as the document says", async () => {
    setTimes({ bodyMs: 50 });
    const begun = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) });
    const unended = { method: "POST", headers: json, body: begun, duplex: "half" } as RequestInit;
    const late = send === overFront ? await beginsOnly("/api/auth/login") : await send("/api/auth/login", unended);
    const [type, body] = [late.headers.get("content-type")!, (await late.json()) as unknown];
    expect(body).toMatchObject({ status: 408, title: "Not there in time", appCode: "INVALID_INPUT", detail: "What was sent did not arrive in time. Please try again." });
    expect([late.status, late.headers.get("x-content-type-options")]).toEqual([408, "nosniff"]);
    expect(faultsOf("/api/auth/login", "POST", { status: late.status, type, body, headers: {} })).toEqual([]);
  });
});

it("has a route by name for each address that NextAuth would take for its own", () => {
  const names = table.map((row) => row.path).filter((path) => path.startsWith("/api/auth/"));
  expect(names).toEqual(["/api/auth/register", "/api/auth/login", "/api/auth/refresh-token"]);
  for (const name of names) expect(readFileSync(`src/app${name}/route.ts`, "utf8")).toContain("[...path]/route");
});

it("traces nothing", async () => {
  const { connect } = await import("node:net");
  const socket = connect((front.server.address() as AddressInfo).port, "127.0.0.1");
  const said = new Promise<string>((resolve) => socket.once("data", (bytes) => resolve(bytes.toString())));
  socket.write("TRACE /events HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");
  expect(await said).toMatch(/^HTTP\/1.1 405 /);
});

it("leaves to Next what is no part of the API, and names each request", async () => {
  const [page, call] = await Promise.all([overFront("/events"), overFront("/api/trpc/event.facets")]);
  expect(await page.text()).toBe("next");
  const ids = [page, call].map((answer) => answer.headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[\w-]{8,}$/);
});
