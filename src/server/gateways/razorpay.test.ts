import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { razorpay } from "./razorpay";
import { isSigned, sign } from "./signature";

type Seen = { method: string; url: string; headers: Record<string, unknown>; body: string };
let seen: Seen[] = [];
let answer: { status: number; body: string } = { status: 200, body: "{}" };
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    response.writeHead(answer.status).end(answer.body);
  });
});
const client = () =>
  razorpay({
    name: "razorpay",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keyId: "rzp_live_1",
    keySecret: "secret",
    webhookSecret: "webhook secret",
  });
const payment = { id: "pay_1", order_id: "order_1", status: "authorized", amount: 5_000, currency: "INR", captured: false, method: "upi" };

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

describe("the Razorpay client", () => {
  it("makes an order with basic auth, whole paise and a unique receipt", async () => {
    seen = [];
    answer = { status: 200, body: JSON.stringify({ id: "order_1", amount: 5_000, currency: "INR", receipt: "AIS-1", status: "created" }) };
    expect(await client().createOrder({ receipt: "AIS-1", amountPaise: 5_000 })).toEqual({ orderId: "order_1" });
    expect(seen[0]).toMatchObject({ method: "POST", url: "/v1/orders" });
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from("rzp_live_1:secret").toString("base64")}`);
    expect(JSON.parse(seen[0]!.body)).toEqual({ amount: 5_000, currency: "INR", receipt: "AIS-1", unique_receipt: true, notes: {} });
  });

  it("asks for a refund under its own key", async () => {
    seen = [];
    answer = { status: 200, body: JSON.stringify({ id: "rfnd_1", payment_id: "pay_1", amount: 500, status: "processed" }) };
    const refund = await client().refund({ paymentId: "pay_1", amountPaise: 500, idempotencyKey: "a-key-of-ours" });
    expect(refund).toEqual({ refundId: "rfnd_1", status: "processed", amountPaise: 500 });
    expect(seen[0]).toMatchObject({ url: "/v1/payments/pay_1/refund", headers: { "x-refund-idempotency": "a-key-of-ours" } });
  });

  it("does not let an id walk to another path", async () => {
    seen = [];
    answer = { status: 200, body: JSON.stringify(payment) };
    await client().fetchPayment("pay_1/../../refunds?x=1");
    expect(seen[0]?.url).toBe("/v1/payments/pay_1%2F..%2F..%2Frefunds%3Fx%3D1");
  });

  it.each([
    [400, { error: { code: "BAD_REQUEST_ERROR", description: "no such payment" } }, "REFUSED", "no such payment"],
    [401, { error: { code: "BAD_REQUEST_ERROR", description: "Authentication failed" } }, "REFUSED", "Authentication failed"],
    [409, {}, "BUSY", "no reason given"],
    [429, {}, "BUSY", "no reason given"],
    [502, "<html>", "UNKNOWN", "no reason given"],
    [200, "<html>", "UNKNOWN", "makes no sense"],
    [200, { ...payment, status: "unheard of" }, "UNKNOWN", "makes no sense"],
  ])("tells what a %i means: %o", async (status, body, failure, words) => {
    answer = { status, body: typeof body === "string" ? body : JSON.stringify(body) };
    await expect(client().fetchPayment("pay_1")).rejects.toMatchObject({ name: "GatewayError", failure, message: expect.stringContaining(words) });
  });

  it("never puts the secret into an error", async () => {
    answer = { status: 500, body: "" };
    const error = await client().fetchPayment("pay_1").catch((caught: Error) => caught);
    expect(JSON.stringify({ ...(error as Error), message: (error as Error).message })).not.toContain("secret");
  });

  it("takes no answer for unknown, not for no", async () => {
    const gone = razorpay({ name: "razorpay", baseUrl: "http://127.0.0.1:9", keyId: "k", keySecret: "s", webhookSecret: "w" });
    await expect(gone.capture({ paymentId: "pay_1", amountPaise: 1 })).rejects.toMatchObject({ failure: "UNKNOWN" });
  });

  it("has no sandbox's dialog", () => expect(client().payInSandbox).toBeUndefined());
});

describe("signatures", () => {
  it("are HMAC-SHA256 in hex, of order and payment or of the raw body", () => {
    // RFC 4231, test case 2.
    expect(sign("what do ya want for nothing?", "Jefe")).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    const good = { orderId: "order_1", paymentId: "pay_1", signature: sign("order_1|pay_1", "secret") };
    expect(client().verifyCheckout(good)).toBe(true);
    expect(client().verifyCheckout({ ...good, orderId: "order_2" })).toBe(false);
    expect(client().verifyWebhook('{"a":1}', sign('{"a":1}', "webhook secret"))).toBe(true);
    expect(client().verifyWebhook('{"a": 1}', sign('{"a":1}', "webhook secret"))).toBe(false);
    expect(client().verifyWebhook('{"a":1}', sign('{"a":1}', "secret"))).toBe(false);
  });

  it("are refused at any other length, or with signs that are not hex", () => {
    const right = sign("text", "key");
    for (const wrong of ["", right.slice(1), `${right}0`, right.toUpperCase(), "é".repeat(32)]) expect(isSigned("text", wrong, "key")).toBe(false);
  });
});
