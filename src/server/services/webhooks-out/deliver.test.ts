import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { transaction } from "~/server/db/transaction";
import { postWebhook } from "~/server/gateways/webhook-post";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { anotherDb, testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { announce } from "./announce";
import { deliverWebhooks } from "./deliver";
import { replayDelivery, testWebhook } from "./delivery-log";
import { createWebhook, rotateSecret, updateWebhook } from "./keep-endpoints";

const db = testDb();
const bank = testBank(db);
const other = anotherDb();

type Received = { id: string; headers: IncomingMessage["headers"]; body: string; type: string };
let received: Received[] = [];
let answer: (got: Received) => number = () => 204;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    const got = { id: String(request.headers["webhook-id"]), headers: request.headers, body, type: (JSON.parse(body) as { type: string }).type };
    received.push(got);
    const status = answer(got);
    response.writeHead(status, status === 302 ? { location: "http://169.254.169.254/" } : {}).end();
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

// The receiver of these tests stands on this machine; what keeps others away from it is tested below.
const post = { allow: () => true };
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
const deliver = (from = db) => deliverWebhooks({ db: from, post });
let organizer: Actor;
let event: Awaited<ReturnType<typeof makeEvent>>;
const every = ["booking.confirmed", "booking.cancelled", "booking.refunded", "event.published", "event.updated", "event.cancelled", "ticket.checked_in"] as const;

beforeEach(async () => {
  received = [];
  answer = () => 204;
  organizer = await makeUser(db, { role: "ORGANIZER" });
  event = await makeEvent(db, { organizerId: organizer.id });
});

const endpoint = () => createWebhook({ db, actor: organizer, input: { url: url(), types: [...every] } });
const say = (number: number) =>
  transaction(db, (tx) => announce(tx, { eventId: event.event.id, type: "event.updated", data: { number } }));
const due = () => db.$executeRaw`UPDATE "WebhookDelivery" SET "nextAttemptAt" = now() - interval '1 second' WHERE status = 'PENDING'`;
const numbers = () => received.map(({ body }) => (JSON.parse(body) as { data: { number: number } }).data.number);

describe("what happens is told", () => {
  it("of a booking from its payment to its refund, and of a ticket at the door", async () => {
    await endpoint();
    const sale = await makeSale(db, bank.gateway, { event });
    await sale.buy();
    await db.bookingItem.updateMany({ where: { bookingId: sale.bookingId }, data: { checkedInAt: new Date() } });
    await db.bookingItem.updateMany({ data: { checkedInAt: null } });
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    await bank.deliver();
    await deliver();
    expect(received.map(({ type }) => type)).toEqual(["booking.confirmed", "ticket.checked_in", "ticket.checked_in", "booking.cancelled", "booking.refunded"]);
    expect(JSON.parse(received[0]!.body)).toMatchObject({ data: { bookingId: sale.bookingId, finalAmount: 1_180, finalAmountPaise: 118_000 } });
  });

  it("of an event on sale that is changed or called off, and to nobody else", async () => {
    await endpoint();
    await createWebhook({ db, actor: await makeUser(db, { role: "ORGANIZER" }), input: { url: url(), types: [...every] } });
    const { id } = event.event;
    await db.event.update({ where: { id }, data: { featured: true } });
    await db.event.update({ where: { id }, data: { title: "Another evening" } });
    await db.event.update({ where: { id }, data: { status: "CANCELLED" } });
    await deliver();
    expect(received.map(({ type }) => type)).toEqual(["event.updated", "event.cancelled"]);
  });

  it("not where the transaction was rolled back", async () => {
    await endpoint();
    const failing = transaction(db, async (tx) => {
      await announce(tx, { eventId: event.event.id, type: "event.updated", data: {} });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await deliver()).toEqual({ delivered: 0, retried: 0, failed: 0 });
  });
});

describe("a message", () => {
  it("is signed as Standard Webhooks say, by both secrets while one is replaced", async () => {
    const { id, secret } = await endpoint();
    const { secret: fresh } = (await rotateSecret({ db, actor: organizer, id })) as { secret: string };
    await say(1);
    await deliver();
    const [{ body, headers } = { body: "", headers: {} }] = received;
    for (const known of [secret, fresh]) {
      expect(new Webhook(known).verify(body, headers as Record<string, string>)).toMatchObject({ type: "event.updated" });
      expect(new Svix(known).verify(body, headers as Record<string, string>)).toMatchObject({ type: "event.updated" });
    }
    expect(() => new Webhook(fresh).verify(`${body} `, headers as Record<string, string>)).toThrow();
  });

  it("waits behind the one before it, though two runs deliver at once", async () => {
    await endpoint();
    for (let number = 1; number <= 6; number++) await say(number);
    answer = ({ body }) => (body.includes('"number": 3') || body.includes('"number":3') ? (received.length < 5 ? 500 : 204) : 204);
    for (let round = 0; round < 6; round++) {
      await Promise.all([deliver(), deliver(other)]);
      await due();
    }
    expect(numbers().filter((number, index, all) => all.lastIndexOf(number) === index)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbers().slice(0, 4)).toEqual([1, 2, 3, 3]);
  });

  it("is tried with longer and longer pauses for three days, then given up; the next has its turn", async () => {
    await endpoint();
    await say(1);
    await say(2);
    answer = ({ body }) => (/"number": ?1/.test(body) ? 503 : 204);
    let at = new Date();
    const pauses: number[] = [];
    for (let tries = 0; tries < 20 && !numbers().includes(2); tries++) {
      const now = at;
      await due();
      await deliverWebhooks({ db, post, now: () => now });
      const first = await db.webhookDelivery.findFirstOrThrow({ orderBy: { seq: "asc" } });
      if (first.status !== "PENDING") continue;
      pauses.push(Math.round((first.nextAttemptAt.getTime() - now.getTime()) / 60_000));
      at = first.nextAttemptAt;
    }
    expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720, 720, 720, 720, 720]);
    const [first, second] = await db.webhookDelivery.findMany({ orderBy: { seq: "asc" } });
    expect([first!.status, second!.status]).toEqual(["FAILED", "DELIVERED"]);
  });

  it("is sent again with the same id", async () => {
    await endpoint();
    await say(1);
    await deliver();
    const [{ id } = { id: "" }] = await db.webhookDelivery.findMany();
    await replayDelivery({ db, actor: organizer, deliveryId: id });
    await deliver();
    expect(received.map((got) => got.id)).toEqual([id, id]);
    await expect(replayDelivery({ db, actor: await makeUser(db), deliveryId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an endpoint", () => {
  it("that answers 410 is switched off, and its owner is told; switched on, it gets what waits", async () => {
    const { id } = await endpoint();
    await say(1);
    answer = () => 410;
    await deliver();
    expect(await db.webhookEndpoint.findFirst()).toMatchObject({ disabledAt: expect.any(Date) });
    expect(await db.notification.count({ where: { userId: organizer.id, type: "webhook-disabled" } })).toBe(1);
    await due();
    await deliver();
    expect(received).toHaveLength(1);
    answer = () => 204;
    await updateWebhook({ db, actor: organizer, input: { id, enabled: true } });
    await deliver();
    expect(numbers()).toEqual([1, 1]);
  });

  it("can be tried", async () => {
    const { id } = await endpoint();
    expect(await testWebhook({ db, actor: organizer, id, post })).toMatchObject({ delivered: true, status: 204 });
    answer = () => 302;
    expect(await testWebhook({ db, actor: organizer, id, post })).toMatchObject({ delivered: false, status: 302 });
    expect(received).toHaveLength(2);
  });
});

describe("private addresses", () => {
  const refused = { status: null, error: "That address is not on the public internet." };
  const send = (to: string, options = {}) => postWebhook(to, '{"type":"test"}', {}, options);

  it("are not called, however they are written", async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "169.254.169.254", "10.0.0.1"]) {
      expect([host, await send(`http://${host}:${port}/`)]).toEqual([host, refused]);
    }
    expect(await send(`http://localhost:${port}/`)).toEqual(refused);
    expect(received).toEqual([]);
  });

  it("are not called behind a name, be it one of several answers", async () => {
    const { port } = server.address() as AddressInfo;
    for (const addresses of [["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["64:ff9b::7f00:1"], ["fd00::1"]]) {
      expect(await send(`http://shop.example:${port}/`, { resolve: async () => addresses })).toEqual(refused);
    }
    expect(await send("http://shop.example/", { resolve: async () => [] })).toMatchObject({ status: null });
  });

  it("are not reached by a name that answers differently the second time", async () => {
    const { port } = server.address() as AddressInfo;
    const answers = [["198.51.100.9"], ["127.0.0.1"]];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? ["127.0.0.1"];
    // Allowed is the first answer alone; the connection goes there and nowhere else, and finds nobody.
    const sent = await send(`http://shop.example:${port}/`, { resolve, allow: (address: string) => address === "198.51.100.9", timeoutMs: 300 });
    expect([sent.status, asked, received]).toEqual([null, 1, []]);
  });

  it("are not reached through a redirect", async () => {
    answer = () => 302;
    expect(await send(url(), post)).toMatchObject({ status: 302, error: expect.stringContaining("redirects are not followed") });
    expect(received).toHaveLength(1);
  });
});
