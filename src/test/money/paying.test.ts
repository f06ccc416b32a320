import { describe, expect, it } from "vitest";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";
import { UNKNOWN_ORDER } from "~/server/services/sale/money/webhooks/process-webhook";
import { makeUser } from "../factories";
import { testBank } from "../harness/bank";
import { callerFor } from "../harness/callers";
import { testDb } from "../harness/database";
import { makeSale } from "../harness/sale";
import { finish } from "./finish";
import { confirmed, givenBack, named, type Way } from "./ways";

const db = testDb();
const bank = testBank(db);
const { gateway, misbehave, deliver } = bank;

const ways: Way[] = [
  {
    way: "paid and closed the tab",
    outcome: "the webhook confirms it",
    run: async (sale) => {
      await sale.payFor();
      await deliver();
    },
    then: confirmed,
  },
  {
    way: "paid and closed the tab, and the webhook never comes",
    outcome: "the job asks and confirms it",
    run: async (sale) => {
      await misbehave({ on: "webhook", act: "lose" });
      await sale.payFor();
    },
    then: confirmed,
  },
  {
    way: "the webhook comes before the browser returns",
    outcome: "the browser gets the webhook's result",
    run: async (sale) => {
      const paid = await sale.payFor();
      await deliver();
      const { confirmedAt } = await sale.read();
      expect(await sale.confirm(paid)).toEqual({ status: "CONFIRMED", confirmedAt });
    },
    then: confirmed,
  },
  {
    way: "browser and webhook at the same moment",
    outcome: "one of them confirms, both say so",
    run: async (sale) => {
      const paid = await sale.payFor();
      const [first, second] = await Promise.all([sale.confirm(paid), sale.confirm(paid), deliver(), deliver()]);
      expect(second).toEqual(first);
    },
    then: confirmed,
  },
  {
    way: "every webhook doubled, out of order and replayed",
    outcome: "acted on once",
    run: async (sale) => {
      await misbehave({ on: "webhook", act: "double" }, { on: "webhook", act: "reorder", share: 0.5 }, { on: "webhook", act: "replay", ms: 1 });
      await sale.buy();
    },
    then: async (sale) => {
      await confirmed(sale);
      const acted = await db.webhookEvent.findMany({ select: { processedAt: true, attempts: true } });
      expect(acted.length).toBe(3);
      expect(acted.every((event) => event.processedAt && event.attempts === 1)).toBe(true);
    },
  },
  {
    way: "a stranger sends webhooks of his own",
    outcome: "refused, not even stored",
    run: async (sale) => {
      await misbehave({ on: "webhook", act: "forge" });
      await sale.payFor("failure");
      const rawBody = JSON.stringify({ event: "payment.captured", payload: { payment: { entity: { id: "pay_none" } } } });
      expect(await receiveWebhook({ db, gateway, rawBody, signature: "00", eventId: "evt_1" })).toMatchObject({ status: 401 });
      expect(await receiveWebhook({ db, gateway, rawBody, signature: null, eventId: "evt_1" })).toMatchObject({ status: 401 });
    },
    then: async (sale) => {
      expect(await db.webhookEvent.count()).toBe(1);
      expect((await sale.read()).status).toBe("PENDING");
    },
  },
  {
    way: "the process dies after it stored the webhook",
    outcome: "the gateway's next try, or the job, does the rest",
    run: async (sale) => {
      bank.actOnWebhooks = false;
      await sale.payFor();
      await deliver();
      bank.actOnWebhooks = true;
      expect((await sale.read()).status).toBe("PENDING");
      expect(await reconcile({ db, gateway, afterSeconds: 0 })).toMatchObject({ webhooks: 1 });
    },
    then: confirmed,
  },
  {
    way: "the bank declines, then the buyer pays another way",
    outcome: "one failed payment, one that confirms",
    run: async (sale) => {
      await sale.payFor("failure");
      await deliver();
      await sale.buy();
    },
    then: async (sale) => expect((await confirmed(sale)).payments.map((payment) => payment.status)).toEqual(["FAILED", "COMPLETED"]),
  },
  {
    way: "the bank declines, and changes its mind",
    outcome: "failed -> authorised is legal: confirmed",
    run: async (sale) => {
      const paid = await sale.payFor("failure");
      await deliver();
      expect((await sale.read()).payments[0]?.status).toBe("FAILED");
      await db.$executeRaw`UPDATE "SandboxRecord" SET body = body || '{"status": "authorized"}' WHERE id = ${paid.paymentId}`;
    },
    then: confirmed,
  },
  {
    way: "another amount was paid than asked for",
    outcome: "refused, all of it goes back",
    run: async (sale) => {
      const paid = await sale.payFor();
      await db.$executeRaw`UPDATE "SandboxRecord" SET body = body || '{"amount": 100}' WHERE id = ${paid.paymentId}`;
      await expect(sale.confirm(paid)).rejects.toMatchObject({ cause: { code: "PAYMENT_MISMATCH" } });
    },
    then: async (sale) => expect(await givenBack(sale, "WRONG_AMOUNT")).toMatchObject({ status: "PENDING" }),
  },
  {
    way: "the order id of a cheaper booking is sent with this one",
    outcome: "PAYMENT_MISMATCH, and nothing changed",
    run: async (sale) => {
      const cheap = await makeSale(db, gateway, { event: sale, buyer: sale.buyer, seats: 1, from: 20 });
      const paid = await cheap.payFor();
      await sale.order();
      await expect(sale.confirm(paid)).rejects.toMatchObject({ cause: { code: "PAYMENT_MISMATCH" } });
      const mixed = { ...paid, orderId: (await sale.order()).orderId };
      await expect(sale.confirm(mixed)).rejects.toMatchObject({ cause: { code: "PAYMENT_MISMATCH" } });
    },
    then: async (sale) => expect(await sale.read()).toMatchObject({ status: "PENDING", payments: [{ status: "PENDING" }] }),
  },
  {
    way: "a payment of an order that is none of ours",
    outcome: "on the admins' list",
    run: async () => {
      const { orderId } = await gateway.createOrder({ receipt: "elsewhere", amountPaise: 5_000 });
      await gateway.payInSandbox!({ orderId, method: "upi", outcome: "success" });
    },
    then: async () => expect(await db.webhookEvent.count({ where: { outcome: UNKNOWN_ORDER } })).toBe(1),
  },
  {
    way: "the order's answer is lost",
    outcome: "asked again, it is the same order",
    run: async (sale) => {
      await misbehave({ on: "orders", act: "lostAnswer", times: 1 });
      await expect(sale.order()).rejects.toMatchObject({ cause: { code: "UNAVAILABLE" } });
      await sale.buy();
    },
    then: async (sale) => {
      await confirmed(sale);
      expect(await db.sandboxRecord.count({ where: { kind: "order" } })).toBe(1);
    },
  },
  {
    way: "the gateway is down when the browser returns",
    outcome: "said so; confirmed when it is back",
    run: async (sale) => {
      const paid = await sale.payFor();
      await misbehave({ on: "fetch", act: "error", times: 1 });
      await expect(sale.confirm(paid)).rejects.toMatchObject({ cause: { code: "UNAVAILABLE" } });
    },
    then: confirmed,
  },
  {
    way: "the gateway's dashboard is set to capture by itself",
    outcome: "confirmed, without a capture of ours",
    run: async (sale) => {
      const paid = await sale.payFor();
      await gateway.capture({ paymentId: paid.paymentId, amountPaise: sale.booking.totalPaise });
      await sale.confirm(paid);
    },
    then: confirmed,
  },
];

describe("ways a payment can go wrong", () => {
  it.each(named(ways))("%s", async (_, { run, then }) => {
    const sale = await makeSale(db, gateway);
    await run(sale);
    await finish(db, bank);
    await then(sale);
  });

  it("lets nobody but the buyer pay, confirm or cancel", async () => {
    const sale = await makeSale(db, gateway);
    const paid = await sale.payFor();
    const stranger = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
    const { bookingId } = sale;
    for (const call of [
      () => stranger.payment.createOrder({ bookingId, method: "card" }),
      () => stranger.payment.sandboxPay({ orderId: paid.orderId, outcome: "success" }),
      () => stranger.booking.confirm({ bookingId, ...paid }),
      () => stranger.booking.cancel({ bookingId }),
    ]) {
      await expect(call()).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    }
  });
});
