import { describe, expect, it } from "vitest";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { serveBank } from "./handler";

const db = testDb();
const harness = testBank(db);
const { gateway, misbehave } = harness;
const order = async (receipt = "AIS-1") => (await gateway.createOrder({ receipt, amountPaise: 5_000 })).orderId;
const pay = async (orderId: string, outcome: "success" | "failure" | "late" = "success") =>
  (await gateway.payInSandbox!({ orderId, method: "upi", outcome })).paymentId;

describe("the sandbox bank", () => {
  it("lets nobody in without the key", async () => {
    for (const headers of [new Headers(), new Headers({ authorization: `Basic ${Buffer.from("rzp_test_aisle:wrong").toString("base64")}` })]) {
      const answer = await serveBank(harness.bank, new Request("http://bank.test/v1/orders", { method: "POST", body: "{}", headers }));
      expect(answer.status).toBe(401);
    }
  });

  it("gives one order for a receipt, and refuses another amount for it", async () => {
    const [first, second] = await Promise.all([order(), order()]);
    expect(second).toBe(first);
    await expect(gateway.createOrder({ receipt: "AIS-1", amountPaise: 6_000 })).rejects.toMatchObject({ failure: "REFUSED" });
    await expect(gateway.createOrder({ receipt: "AIS-2", amountPaise: 99 })).rejects.toThrow("at least INR 1.00");
  });

  it("captures what was authorised, once, and only all of it", async () => {
    const paymentId = await pay(await order());
    expect(await gateway.fetchPayment(paymentId)).toMatchObject({ status: "authorized", captured: false, amountPaise: 5_000, method: "upi" });
    await expect(gateway.capture({ paymentId, amountPaise: 4_999 })).rejects.toMatchObject({ failure: "REFUSED" });
    const both = await Promise.all([1, 2].map(() => gateway.capture({ paymentId, amountPaise: 5_000 })));
    expect(both.map((payment) => payment.status)).toEqual(["captured", "captured"]);
    expect(await db.sandboxRecord.count({ where: { kind: "webhook", body: { path: ["event"], equals: "payment.captured" } } })).toBe(1);
  });

  it("gives a second payment of a paid order back by itself", async () => {
    const orderId = await order();
    const [first, second] = [await pay(orderId), await pay(orderId)];
    await gateway.capture({ paymentId: first, amountPaise: 5_000 });
    await expect(gateway.capture({ paymentId: second, amountPaise: 5_000 })).rejects.toMatchObject({ failure: "REFUSED" });
    const third = await pay(orderId);
    for (const paymentId of [second, third]) {
      expect(await gateway.fetchPayment(paymentId)).toMatchObject({ status: "refunded", captured: false, refundedPaise: 5_000 });
    }
    expect((await gateway.fetchOrderPayments(orderId)).map((payment) => payment.paymentId)).toEqual([third, second, first]);
  });

  it("refunds once for a key, never more than was captured, and nothing of what was not", async () => {
    const paymentId = await pay(await order());
    const part = (amountPaise: number, idempotencyKey: string) => gateway.refund({ paymentId, amountPaise, idempotencyKey });
    await expect(part(1_000, "before-the-capture")).rejects.toMatchObject({ failure: "REFUSED" });
    await gateway.capture({ paymentId, amountPaise: 5_000 });
    const same = await Promise.all([1, 2, 3].map(() => part(3_000, "one-and-the-same")));
    expect(new Set(same.map((refund) => refund.refundId)).size).toBe(1);
    await expect(part(2_000, "one-and-the-same")).rejects.toThrow("Different request with the same idempotency key");
    await expect(part(2_001, "another-one")).rejects.toThrow("greater than the payment amount");
    await part(2_000, "another-one");
    expect(await gateway.fetchPayment(paymentId)).toMatchObject({ status: "refunded", captured: true, refundedPaise: 5_000 });
  });

  it("declines, is late, and changes nothing that it did not do", async () => {
    const orderId = await order();
    expect(await gateway.fetchPayment(await pay(orderId, "failure"))).toMatchObject({ status: "failed", failureReason: "Your bank declined the payment." });
    harness.bank.lateMs = 60_000;
    const late = await pay(orderId, "late");
    harness.bank.lateMs = 0;
    expect((await gateway.fetchPayment(late)).status).toBe("created");
    await db.$executeRaw`UPDATE "SandboxRecord" SET body = body || '{"authorize_at": 1}' WHERE id = ${late}`;
    expect((await gateway.fetchPayment(late)).status).toBe("authorized");
    await expect(gateway.fetchPayment("pay_unknown")).rejects.toMatchObject({ failure: "REFUSED" });
    await expect(gateway.fetchOrderPayments("order_unknown")).resolves.toEqual([]);
  });

  it("misbehaves as often as asked", async () => {
    const paymentId = await pay(await order());
    await misbehave({ on: "capture", act: "error", times: 1 }, { on: "capture", act: "lostAnswer", times: 1 }, { on: "fetch", act: "refuse", times: 1 });
    const capture = () => gateway.capture({ paymentId, amountPaise: 5_000 });
    await expect(capture()).rejects.toMatchObject({ failure: "UNKNOWN", status: 500 });
    expect((await db.sandboxRecord.findUniqueOrThrow({ where: { id: paymentId } })).body).toMatchObject({ status: "authorized" });
    await expect(capture()).rejects.toMatchObject({ failure: "UNKNOWN", status: null });
    expect((await db.sandboxRecord.findUniqueOrThrow({ where: { id: paymentId } })).body).toMatchObject({ status: "captured" });
    await expect(gateway.fetchPayment(paymentId)).rejects.toMatchObject({ failure: "REFUSED" });
    expect(await capture()).toMatchObject({ captured: true });
  });

  it("sends a webhook until somebody takes it, each copy with the same event id", async () => {
    await misbehave({ on: "webhook", act: "double", times: 1 });
    await pay(await order());
    const url = harness.bank.webhookUrl;
    harness.bank.webhookUrl = `${url}-away`;
    expect(await harness.deliver()).toBe(0);
    harness.bank.webhookUrl = url;
    await db.$executeRaw`UPDATE "SandboxRecord" SET body = jsonb_set(body, '{deliver_at}', '0') WHERE kind = 'webhook'`;
    expect(await harness.deliver()).toBe(2);
    expect(await harness.deliver()).toBe(0);
    expect(await db.webhookEvent.count()).toBe(1);
  });
});
