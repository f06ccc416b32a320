import { describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { restClient, testRest, tokenFor } from "~/test/harness/rest";
import { cookieFor, sessionCookie } from "~/server/session-cookie";
import { corsHeaders } from "./cors";
import { createRest } from "./handler";
import { CallLimit } from "./limits";

const db = testDb();
const bank = testBank(db);
const call = testRest(db, bank.gateway);
const login = { email: "a@example.com", password: "x" };

describe("what is refused before anything is done", () => {
  it.each([
    ["an address that is not there", "GET", "/api/nothing", {}, 404, "NOT_FOUND"],
    ["escapes that cannot be read", "GET", "/api/events/%E0%A4%A", {}, 404, "NOT_FOUND"],
    ["another method", "DELETE", "/api/events", {}, 405, "METHOD_NOT_ALLOWED"],
    ["a method of its neighbour", "GET", "/api/bookings/hold-seats", {}, 405, "METHOD_NOT_ALLOWED"],
    ["another media type", "POST", "/api/auth/login", { body: login, headers: { "content-type": "text/plain" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["no JSON", "POST", "/api/auth/login", { body: "{" }, 400, "INVALID_INPUT"],
    ["a list", "POST", "/api/auth/login", { body: "[]" }, 400, "INVALID_INPUT"],
    ["too much", "POST", "/api/auth/login", { body: { ...login, more: "x".repeat(65_536) } }, 413, "TOO_LARGE"],
    ["a field that is wrong", "POST", "/api/auth/login", { body: { ...login, email: "nobody" } }, 400, "INVALID_INPUT"],
    ["a bearer that is none", "GET", "/api/events", { token: "x" }, 401, "UNAUTHORIZED"],
    ["a stranger", "GET", "/api/users/profile", {}, 401, "UNAUTHORIZED"],
    ["a NUL", "GET", "/api/events?search=%00", {}, 400, "INVALID_INPUT"],
    ["half a sign", "POST", "/api/auth/login", { body: '{"email":"a@example.com","password":"\\ud800"}' }, 400, "INVALID_INPUT"],
    ["a year before there were computers", "GET", "/api/events?dateFrom=0001-01-01", {}, 400, "INVALID_INPUT"],
  ] as const)("%s", async (_, method, target, sent, status, appCode) => {
    const answer = await call(method, target, sent);
    expect([answer.status, answer.body.appCode, answer.body.status]).toEqual([status, appCode, status]);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(String(answer.body.type)).toContain(`/docs/api#${appCode}`);
  });

  it("names the field, and the methods there are", async () => {
    expect((await call("POST", "/api/auth/login", { body: { ...login, email: "nobody" } })).body.field).toBe("email");
    expect((await call("DELETE", "/api/events")).headers.allow).toBe("GET, POST, HEAD, OPTIONS");
  });
});

describe("what has not changed", () => {
  it("is 304: an event, a list and its seats, until a seat does", async () => {
    const { event, seats } = await makeEvent(db);
    for (const target of ["/api/events", `/api/events/${event.id}`, `/api/events/${event.id}/seats`]) {
      const first = await call("GET", target);
      const again = await call("GET", target, { headers: { "if-none-match": first.headers.etag! } });
      expect([target, again.status, again.text]).toEqual([target, 304, ""]);
      const head = await call("HEAD", target);
      expect([head.status, head.text, head.headers.etag]).toEqual([200, "", first.headers.etag]);
    }
    const before = await call("GET", `/api/events/${event.id}/seats`);
    const token = await tokenFor(db, await makeUser(db));
    await call("POST", "/api/bookings/hold-seats", { token, body: { eventId: event.id, seatIds: [seats[0]!.id] } });
    await expect.poll(async () => (await call("GET", `/api/events/${event.id}/seats`, { headers: { "if-none-match": before.headers.etag! } })).status, { timeout: 60_000 }).toBe(200);
  });
});

describe("a cookie", () => {
  it("signs in too, but not for a page elsewhere", async () => {
    const user = await makeUser(db);
    const session = await db.session.create({ data: { userId: user.id } });
    const cookie = (cookieFor({ userId: user.id, sessionVersion: 1, sessionId: session.id })).split(";")[0]!;
    expect(cookie).toContain(sessionCookie);
    const put = (origin: string) => call("PUT", "/api/users/profile", { body: { name: "Asha Rao" }, headers: { cookie, origin } });
    expect((await call("GET", "/api/users/profile", { headers: { cookie } })).status).toBe(200);
    expect((await put("https://evil.example")).status).toBe(403);
    expect((await put("http://localhost:3000")).status).toBe(200);
  });
});

describe("how often", () => {
  it("is said in each answer, and refused beyond it with when to come back", async () => {
    const limited = restClient(createRest({ db, gateway: bank.gateway, limit: new CallLimit(2 / 3_000) }));
    const first = await limited("GET", "/api/venues");
    expect([first.headers["ratelimit-policy"], first.headers.ratelimit]).toEqual(['"default";q=2;w=60', '"default";r=1;t=60']);
    await limited("GET", "/api/venues");
    const over = await limited("GET", "/api/venues");
    expect([over.status, over.body.appCode, over.headers["retry-after"]]).toEqual([429, "RATE_LIMITED", "60"]);
    expect((await limited("GET", "/api/venues", { ip: "203.0.113.8" })).status).toBe(200);
  });
});

describe("pages elsewhere", () => {
  const from = (origin: string) => ({ method: "GET", target: "/api/events", headers: new Map([["origin", origin]]), body: null, ip: "" });
  const app = "https://app.example.com";

  it("read nothing unless they are named", () => {
    expect(corsHeaders(from(app), undefined, [])).toEqual({});
    expect(corsHeaders(from("https://evil.example"), "GET", [app])).toEqual({ vary: "Origin" });
    expect(corsHeaders(from(app), "GET", [app])).toMatchObject({
      "access-control-allow-origin": app, "access-control-allow-credentials": "true", "access-control-allow-methods": "GET", vary: "Origin",
    });
  });

  it("get no cookies where all may read", () => {
    const all = corsHeaders(from(app), "GET", ["*"]);
    expect(all["access-control-allow-origin"]).toBe("*");
    expect(all).not.toHaveProperty("access-control-allow-credentials");
  });

  it("are answered before they ask", async () => {
    const answer = await call("OPTIONS", "/api/bookings/create", { headers: { origin: app } });
    expect([answer.status, answer.headers.allow]).toEqual([204, "POST, OPTIONS"]);
  });
});
