import { beforeEach, describe, expect, it, vi } from "vitest";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { PaymentGateway } from "~/server/gateways/payment";
import { finish } from "~/test/money/finish";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";
import { reconcileOrders } from "~/server/services/sale/money/reconcile/reconcile-orders";

/** The gateways that are set up besides the one in use. */
const others = vi.hoisted(() => new Map<string, PaymentGateway>());
vi.mock("~/server/gateways/select", () => ({
  gatewayFor: (name: string, current: PaymentGateway) => (name === current.name ? current : (others.get(name) ?? null)),
  paymentGateway: () => undefined,
}));

const db = testDb();
const bank = testBank(db);
const { gateway, misbehave } = bank;

/** Another gateway, in use since: nothing that was paid before is known to it. */
const calls: string[] = [];
const stranger = (what: string) => (): Promise<never> => {
  calls.push(what);
  return Promise.reject(new GatewayError("REFUSED", "400 The id provided does not exist"));
};
const newer: PaymentGateway = {
  name: "razorpay",
  keyId: "rzp_live_x",
  createOrder: stranger("createOrder"),
  fetchPayment: stranger("fetchPayment"),
  fetchOrderPayments: stranger("fetchOrderPayments"),
  capture: stranger("capture"),
  refund: stranger("refund"),
  fetchRefund: stranger("fetchRefund"),
  verifyCheckout: () => false,
  verifyWebhook: () => false,
};

beforeEach(() => {
  others.clear();
  calls.length = 0;
});

/** A cancelled booking whose refund is still to be done, and a booking that was paid unseen. */
async function leftBehind() {
  const cancelled = await makeSale(db, gateway);
  await cancelled.buy();
  await misbehave({ on: "refund", act: "error", times: 1 });
  await db.booking.update({
    where: { id: cancelled.bookingId },
    data: { policy: { untilAt: new Date(Date.now() + 86_400_000).toISOString(), refundBps: 10_000 } },
  });
  await cancelled.api.booking.cancel({ bookingId: cancelled.bookingId });
  const paid = await makeSale(db, gateway);
  bank.actOnWebhooks = false;
  await paid.payFor();
  await bank.deliver();
  bank.actOnWebhooks = true;
  const comeDue = async () => {
    await db.refund.updateMany({ data: { nextAttemptAt: new Date(0) } });
    await db.payment.updateMany({ data: { checkedAt: null } });
    await db.webhookEvent.updateMany({ where: { processedAt: null }, data: { receivedAt: new Date(0), lockedUntil: null } });
  };
  await comeDue();
  return { cancelled, paid, comeDue };
}

describe("what was paid at the gateway in use before", () => {
  it("is asked about and given back there", async () => {
    const { cancelled, paid } = await leftBehind();
    others.set("sandbox", gateway);
    await reconcile({ db, gateway: newer, afterSeconds: 0 });
    expect(calls).toEqual([]);
    expect((await cancelled.read()).refunds).toMatchObject([{ status: "COMPLETED" }]);
    expect(await paid.read()).toMatchObject({ status: "CONFIRMED", payments: [{ status: "COMPLETED", gateway: "sandbox" }] });
    await finish(db, bank);
  });

  it("waits, and says for what, where that gateway is not set up", async () => {
    const { cancelled, paid, comeDue } = await leftBehind();
    const done = await reconcile({ db, gateway: newer, afterSeconds: 0 });
    expect(calls).toEqual([]);
    expect(done.failed).toBeGreaterThan(0);
    const lastError = "its gateway, sandbox, is not set up here";
    expect((await cancelled.read()).refunds).toMatchObject([{ status: "PROCESSING", lastError }]);
    expect(await db.webhookEvent.count({ where: { processedAt: null, lastError } })).toBeGreaterThan(0);
    await comeDue();
    await reconcile({ db, gateway, afterSeconds: 0 });
    expect((await cancelled.read()).refunds).toMatchObject([{ status: "COMPLETED" }]);
    expect((await paid.read()).status).toBe("CONFIRMED");
    await finish(db, bank);
  });
});

describe("a gateway that is away", () => {
  it("does not keep the job beyond its time, and what was not asked about comes next", async () => {
    const sale = await makeSale(db, gateway);
    await sale.order();
    const { gateway: name, method, amountPaise } = (await sale.read()).payments[0]!;
    await db.payment.createMany({
      data: Array.from({ length: 59 }, (_, i) => ({ bookingId: sale.bookingId, gateway: name, method, amountPaise, orderId: `order_${i}` })),
    });
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const asked: string[] = [];
    const silent: PaymentGateway = {
      ...gateway,
      fetchOrderPayments: (orderId) => {
        asked.push(orderId);
        now += 2_000;
        return Promise.reject(new GatewayError("UNKNOWN", "no answer"));
      },
    };
    const run = () => reconcileOrders({ db, gateway: silent, afterSeconds: 0, budgetMs: 10_000 });
    expect(await run()).toEqual({ orders: 20, failed: 20 });
    await run();
    await run();
    expect(new Set(asked).size).toBe(60);
  });
});
