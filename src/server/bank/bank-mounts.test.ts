import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as webhookRoute } from "~/app/api/webhooks/razorpay/route";
import { GET as bankGet, POST as bankPost, PUT as bankPut } from "~/app/api/sandbox/razorpay/[...path]/route";
import { createFront, type Front } from "~/server/front/front";
import { sandboxKeys } from "~/server/gateways/sandbox";
import { sign } from "~/server/gateways/signature";
import { testDb } from "~/test/harness/database";
import { bankMounts } from "./mounts";

const db = testDb();
let front: Front;
let base = "";

beforeAll(async () => {
  front = createFront({ mounts: bankMounts, next: (_, response) => response.writeHead(404).end("next") });
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
});
afterAll(() => front.server.close());

type Send = (target: string, init: RequestInit) => Promise<Response>;
const overFront: Send = (target, init) => fetch(base + target, init);
const overRoute: Send = (target, init) => {
  const request = new Request(`http://localhost${target}`, init);
  if (target.startsWith("/api/webhooks/")) return webhookRoute(request, undefined);
  return { GET: bankGet, POST: bankPost, PUT: bankPut }[init.method as "GET" | "POST" | "PUT"](request, undefined);
};

const { keyId, keySecret, webhookSecret } = sandboxKeys();
const authorization = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString("base64")}`;
const atBank = (send: Send, method: string, path: string, body?: object) =>
  send(`/api/sandbox/razorpay/v1${path}`, { method, headers: { authorization }, body: body && JSON.stringify(body) });
const order = { amount: 50_000, currency: "INR", receipt: "R1", unique_receipt: true };

describe.each([
  ["the front", overFront],
  ["the App route", overRoute],
])("the bank by way of %s", (_, send) => {
  it("answers who has its keys, and nobody else", async () => {
    const made = await atBank(send, "POST", "/orders", order);
    expect(made.status).toBe(200);
    expect(made.headers.get("x-content-type-options")).toBe("nosniff");
    const { id } = (await made.json()) as { id: string };
    expect(await (await atBank(send, "GET", `/orders/${id}`)).json()).toMatchObject({ id, amount: 50_000 });
    const stranger = await send(`/api/sandbox/razorpay/v1/orders/${id}`, { method: "GET" });
    expect(stranger.status).toBe(401);
    expect(await (await atBank(send, "GET", "/orders/order_none")).json()).toMatchObject({ error: { code: "BAD_REQUEST_ERROR" } });
  });

  it("does the work and breaks the line off, where it was told to", async () => {
    await atBank(send, "PUT", "/sandbox/faults", { rules: [{ on: "orders", act: "lostAnswer", times: 1 }] });
    await expect(atBank(send, "POST", "/orders", order).then((answer) => answer.text())).rejects.toThrow();
    expect(await db.sandboxRecord.count({ where: { kind: "order" } })).toBe(1);
  });

  it("keeps a signed webhook once, and no other", async () => {
    const body = JSON.stringify({ event: "payment.captured", payload: {} });
    const signed = (signature: string) =>
      send("/api/webhooks/razorpay", { method: "POST", body, headers: { "x-razorpay-signature": signature, "x-razorpay-event-id": "evt_1" } });
    expect((await signed("0".repeat(64))).status).toBe(401);
    expect(await db.webhookEvent.count()).toBe(0);
    const large = await send("/api/webhooks/razorpay", { method: "POST", body: "x".repeat(300_000) });
    expect([large.status, await large.text()]).toEqual([413, ""]);
  });
});

it("acts on a webhook after the front's answer, and takes no second of the same", async () => {
  const body = JSON.stringify({ event: "payment.captured", payload: {} });
  const headers = { "x-razorpay-signature": sign(body, webhookSecret), "x-razorpay-event-id": "evt_1" };
  const post = () => overFront("/api/webhooks/razorpay", { method: "POST", body, headers });
  expect((await post()).status).toBe(200);
  const handled = () => db.webhookEvent.findMany({ select: { outcome: true, attempts: true } });
  await vi.waitFor(async () => expect(await handled()).toEqual([{ outcome: "nothing to do", attempts: 1 }]), 60_000);
  expect((await post()).status).toBe(200);
  expect(await db.webhookEvent.count()).toBe(1);
});

it("leaves all other addresses and methods to Next", async () => {
  for (const [method, path] of [["GET", "/api/webhooks/razorpay"], ["DELETE", "/api/sandbox/razorpay/v1/orders"], ["POST", "/api/webhooks/other"]] as const) {
    expect(await (await overFront(path, { method })).text()).toBe("next");
  }
});
