import { once } from "node:events";
import { request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { theDoor } from "~/server/http/door";
import { testDb } from "~/test/harness/database";
import { habits, openSockets } from "~/test/harness/raw-sockets";
import { setTimes } from "~/test/harness/patience";
import { createFront, type Front } from "./front";
import { mounts } from "./mounts";

// Sockets that mean no good: what they may cost is themselves.
testDb({ reset: "file" });

const LARGE = Buffer.alloc(4_000_000, "x");
let front: Front | undefined;
const opened: { close: () => void }[] = [];

afterEach(() => {
  opened.splice(0).forEach((one) => one.close());
  front?.server.closeAllConnections();
  front?.server.close();
});

async function open(times?: Parameters<typeof createFront>[0]["times"]) {
  const next = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === "GET") return response.writeHead(200).end(LARGE);
    request.resume().on("end", () => response.end("read"));
  };
  front = createFront({ mounts, times, next });
  await new Promise<void>((resolve) => front!.server.listen(0, "127.0.0.1", resolve));
  return (front.server.address() as AddressInfo).port;
}

async function sockets(port: number, count: number, says: string) {
  const some = await openSockets(port, count, says);
  opened.push(some);
  return some;
}

const facets = (port: number) => fetch(`http://127.0.0.1:${port}/api/trpc/event.facets`);

it.each([
  ["announce a body and do not send it", habits.unsentBody],
  ["begin their headers and do not end them", habits.trickle],
  ["say nothing", habits.silent],
  ["were answered and keep the line", habits.idle],
])("answers beside 500 sockets that %s", async (_, says) => {
  const port = await open();
  await sockets(port, 500, says);
  const answers = await Promise.all(Array.from({ length: 50 }, () => facets(port)));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
});

it("answers beside 100 that ask for much and do not read it, and 500 idle ones", async () => {
  const port = await open();
  for (let i = 0; i < 100; i++) {
    const socket = connect(port, "127.0.0.1");
    opened.push({ close: () => socket.destroy() });
    socket.on("error", () => undefined).pause();
    await once(socket, "connect");
    socket.write(habits.keepAlive);
  }
  await sockets(port, 500, "");
  expect((await facets(port)).status).toBe(200);
});

it("lets go of those whose headers do not come in time, however they trickle", async () => {
  const port = await open({ headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 });
  const slow = await sockets(port, 20, habits.trickle);
  let gone = false;
  void slow.gone().then(() => (gone = true));
  while (!gone) {
    slow.say("X-More: 1\r\n");
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(slow.heard.every((said) => said.startsWith("HTTP/1.1 408"))).toBe(true);
});

it("lets go of those whose body does not come in time", async () => {
  setTimes({ bodyMs: 100 });
  const port = await open();
  const slow = await sockets(port, 20, habits.unsentBody);
  await slow.gone();
  expect(slow.heard.every((said) => said.startsWith("HTTP/1.1 408") && said.includes("did not arrive in time"))).toBe(true);
});

it("says BUSY where it is full, before anything was read, and again has room when they leave", async () => {
  const port = await open();
  const leave = theDoor(1).enter(400, null);
  const [busy] = await Promise.all([facets(port)]);
  expect([busy!.status, busy!.headers.get("retry-after"), busy!.headers.get("x-content-type-options")]).toEqual([503, "1", "nosniff"]);
  expect(await busy!.json()).toMatchObject({
    error: { json: { data: { appCode: "BUSY", path: "event.facets", httpStatus: 503, facts: { retryAfterMs: expect.any(Number) as number } } } },
  });
  const batch = await fetch(`http://127.0.0.1:${port}/api/trpc/event.facets,event.list?batch=1`);
  expect(await batch.json()).toMatchObject(["event.facets", "event.list"].map((path) => ({ error: { json: { data: { appCode: "BUSY", path } } } })));
  const unsent = await sockets(port, 1, habits.unsentBody);
  await unsent.gone();
  expect(unsent.heard[0]).toContain('"appCode":"BUSY"');
  leave?.();
  expect((await facets(port)).status).toBe(200);
});

it("bounds what is posted to Next, announced or in pieces", async () => {
  const port = await open();
  const announced = await fetch(`http://127.0.0.1:${port}/api/auth/signin`, { method: "POST", body: "x".repeat(64_001) });
  expect(announced.status).toBe(413);
  const inPieces = (bytes: number) =>
    new Promise<string>((resolve) => {
      const sent = ask({ port, method: "POST", path: "/api/auth/signin", headers: { "transfer-encoding": "chunked" } });
      sent.on("error", () => resolve("cut")).on("response", (answer) => resolve(`${answer.statusCode}`));
      sent.end("x".repeat(bytes));
    });
  expect(await inPieces(64_000)).toBe("200");
  expect(await inPieces(64_001)).toBe("cut");
});
