import { describe, expect, it, vi } from "vitest";
import { attemptRefund } from "~/server/services/sale/money/attempt-refund";
import { cancelEventBookings } from "~/server/services/sale/money/refunds/cancel-event-bookings";
import { makeUser } from "../factories";
import { GatewayError } from "~/server/gateways/gateway-error";
import { testBank } from "../harness/bank";
import { callerFor } from "../harness/callers";
import { testDb } from "../harness/database";
import { withTimes } from "../harness/patience";
import { makeSale } from "../harness/sale";
import { finish } from "./finish";
import { named, type Sale, type Way } from "./ways";

const db = testDb();
const bank = testBank(db);
const { gateway, misbehave } = bank;

const organizerOf = (sale: Sale) => callerFor({ id: sale.organizerId }, { gateway });
const bankRefunds = (status: string) => db.sandboxRecord.count({ where: { kind: "refund", body: { path: ["status"], equals: status } } });

/** Each way that taking or giving back can go wrong, and what becomes of it. */
const ways: Way[] = [
  {
    way: "the capture fails, then works",
    outcome: "confirmed at once, captured by the job",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "error", times: 1 });
      expect((await sale.buy()).status).toBe("CONFIRMED");
      expect((await sale.read()).payments[0]?.status).toBe("PROCESSING");
    },
    then: captured,
  },
  {
    way: "the capture's answer is lost",
    outcome: "confirmed, captured once",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "lostAnswer", times: 1 });
      await sale.buy();
      expect((await sale.read()).payments[0]?.status).toBe("PROCESSING");
    },
    then: captured,
  },
  {
    way: "the capture takes longer than anybody waits",
    outcome: "confirmed, captured once",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "slow", ms: 600, times: 1 });
      const capture = vi.spyOn(gateway, "capture").mockImplementationOnce((payment) => {
        capture.mockRestore();
        return withTimes({ gatewayMs: 50 }, () => gateway.capture(payment));
      });
      await sale.buy();
      expect((await sale.read()).payments[0]?.status).toBe("PROCESSING");
    },
    then: captured,
  },
  {
    way: "the database goes away between authorise and capture",
    outcome: "the buyer may ask again, and the job finishes it",
    run: async (sale) => {
      const paid = await sale.payFor();
      const capture = vi.spyOn(gateway, "capture").mockImplementationOnce(async (payment) => {
        capture.mockRestore();
        const done = await gateway.capture(payment);
        await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND pid <> pg_backend_pid()`;
        return done;
      });
      await sale.confirm(paid).catch(() => undefined);
    },
    then: captured,
  },
  {
    way: "the bank lets the money go before it is captured",
    outcome: "no money, no seats: the booking ends and the buyer is told",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "decline", times: 1 });
      const paid = await sale.payFor();
      await expect(sale.confirm(paid)).rejects.toMatchObject({ cause: { code: "PAYMENT_FAILED" } });
    },
    then: async (sale) => {
      expect(await sale.read()).toMatchObject({ status: "CANCELLED", payments: [{ status: "FAILED", capturedPaise: 0 }], refunds: [] });
      expect((await sale.readSeats()).every((seat) => seat.status === "AVAILABLE")).toBe(true);
      expect(await db.notification.count({ where: { type: "payment-lapsed" } })).toBe(1);
    },
  },
  {
    way: "the bank gives the money back by itself before it is captured",
    outcome: "the same, and the money is explained",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "error" });
      const { paymentId } = await sale.payFor().then(async (paid) => (await sale.confirm(paid), paid));
      await db.$executeRaw`
        UPDATE "SandboxRecord" SET body = body || jsonb_build_object('status', 'refunded', 'amount_refunded', body->'amount') WHERE id = ${paymentId}`;
    },
    then: async (sale) => expect(await sale.read()).toMatchObject({ status: "CANCELLED", payments: [{ status: "REFUNDED", capturedAt: null }] }),
  },
  {
    way: "the refund fails, then works",
    outcome: "one refund",
    run: async (sale) => {
      await sale.buy();
      await misbehave({ on: "refund", act: "error", times: 2 });
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
      expect((await sale.read()).refunds).toMatchObject([{ status: "PROCESSING", attempts: 1 }]);
    },
    then: refundedOnce,
  },
  {
    way: "the refund's answer is lost",
    outcome: "one refund: the same key asks again",
    run: async (sale) => {
      await sale.buy();
      await misbehave({ on: "refund", act: "lostAnswer", times: 2 });
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
    },
    then: refundedOnce,
  },
  {
    way: "the refund is slow at the bank",
    outcome: "one refund, done when the bank says so",
    run: async (sale) => {
      await sale.buy();
      await misbehave({ on: "refund", act: "pend", times: 1 });
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
    },
    then: refundedOnce,
  },
  {
    way: "the bank cannot do the refund, then it can",
    outcome: "another key, one refund",
    run: async (sale) => {
      await sale.buy();
      await misbehave({ on: "refund", act: "decline", times: 1 });
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
      expect(await sale.read()).toMatchObject({ refunds: [{ status: "PENDING" }] });
    },
    then: refundedOnce,
  },
  {
    way: "the bank cannot do the refund, ever",
    outcome: "on the admins' list, who try again",
    run: async (sale) => {
      await sale.buy();
      await misbehave({ on: "refund", act: "decline" });
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
      for (let attempt = 0; attempt < 5; attempt++) {
        await db.refund.updateMany({ data: { nextAttemptAt: new Date(0) } });
        await (await import("~/server/services/sale/money/reconcile/reconcile")).reconcile({ db, gateway, afterSeconds: 0 });
      }
      const admin = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
      const [matter] = await admin.admin.moneyList();
      expect(matter).toMatchObject({ kind: "REFUND_FAILED", bookingId: sale.bookingId });
      expect((await admin.admin.integrity()).sound).toBe(false);
      await misbehave();
      expect(await admin.admin.retryRefund({ refundId: matter!.id })).toMatchObject({ status: "COMPLETED" });
      expect(await admin.admin.moneyList()).toEqual([]);
    },
    then: (sale) => bothRefunded(sale),
  },
  {
    way: "the gateway refuses the refund",
    outcome: "at once on the admins' list, with what it said",
    run: async (sale) => {
      await sale.buy();
      const refuse = () => Promise.reject(new GatewayError("REFUSED", "the payment does not exist", 404));
      await callerFor(sale.buyer, { gateway: { ...gateway, refund: refuse } }).booking.cancel({ bookingId: sale.bookingId });
      const admin = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
      const [matter] = await admin.admin.moneyList();
      expect(matter).toMatchObject({ kind: "REFUND_STUCK", bookingId: sale.bookingId, says: expect.stringContaining("refused: the payment does not exist") });
      expect(await admin.admin.retryRefund({ refundId: matter!.id })).toMatchObject({ status: "COMPLETED" });
      expect(await admin.admin.moneyList()).toEqual([]);
    },
    then: (sale) => bothRefunded(sale),
  },
  {
    way: "two processes attempt the same refund",
    outcome: "one refund",
    run: async (sale) => {
      await sale.buy();
      await misbehave({ on: "refund", act: "error", times: 1 });
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
      await misbehave({ on: "refund", act: "slow", ms: 500 });
      await db.refund.updateMany({ data: { nextAttemptAt: new Date(0) } });
      const refundId = (await sale.read()).refunds[0]!.id;
      const attempts = await Promise.all([1, 2, 3].map(() => attemptRefund({ db, gateway, refundId })));
      expect(attempts.toSorted()).toEqual([false, false, true]);
    },
    then: refundedOnce,
  },
  {
    way: "somebody refunds at the gateway's dashboard",
    outcome: "it gets a row of its own, and the booking keeps its seats",
    run: async (sale) => {
      await sale.buy();
      const { gatewayPaymentId } = (await sale.read()).payments[0]!;
      await gateway.refund({ paymentId: gatewayPaymentId!, amountPaise: 1_000, idempotencyKey: "by-hand-at-the-dashboard" });
    },
    then: async (sale) => {
      const books = await sale.read();
      expect(books).toMatchObject({ status: "CONFIRMED", payments: [{ refundedPaise: 1_000, status: "PARTIALLY_REFUNDED" }] });
      expect(books.refunds[0]?.reason).toMatch(/^AT_GATEWAY:/);
    },
  },
  {
    way: "parts go back, until more is asked than was paid",
    outcome: "pending ones count: refused",
    run: async (sale) => {
      await sale.buy();
      const { totalPaise } = await sale.read();
      const organizer = organizerOf(sale);
      const part = (amountPaise: number, requestKey: string) =>
        organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise, note: "The sound failed.", requestKey });
      await misbehave({ on: "refund", act: "error", times: 1 });
      await part(10_000, "request-one");
      await part(10_000, "request-one");
      const [left, tooMuch] = [totalPaise - 10_000, totalPaise - 9_999];
      await expect(part(tooMuch, "request-two")).rejects.toMatchObject({ cause: { code: "INVALID_INPUT" } });
      await Promise.allSettled([part(left, "request-three"), part(left, "request-four")]);
    },
    then: async (sale) => {
      const books = await sale.read();
      expect(books.refunds).toHaveLength(2);
      expect(books).toMatchObject({ status: "CONFIRMED", payments: [{ status: "REFUNDED", refundedPaise: books.totalPaise }] });
    },
  },
  {
    way: "the organizer calls one booking off after the deadline",
    outcome: "all of it goes back; REFUNDED when it has",
    run: async (sale) => {
      await sale.buy();
      await db.booking.update({ where: { id: sale.bookingId }, data: { policy: { untilAt: null, refundBps: 0 } } });
      await expect(sale.api.booking.cancel({ bookingId: sale.bookingId })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
      await organizerOf(sale).payment.cancelAsOrganizer({ bookingId: sale.bookingId });
    },
    then: async (sale) => expect(await sale.read()).toMatchObject({ status: "REFUNDED", payments: [{ status: "REFUNDED" }] }),
  },
  {
    way: "the event is called off, and the process dies half way",
    outcome: "the job goes on: everybody gets all of it back",
    run: async (sale) => {
      await sale.buy();
      for (const from of [10, 20]) await (await makeSale(db, gateway, { event: sale, from })).buy();
      const pending = await makeSale(db, gateway, { event: sale, from: 30 });
      await db.event.update({ where: { id: sale.eventId }, data: { status: "CANCELLED", cancelledAt: new Date() } });
      await cancelEventBookings({ db, gateway, eventId: sale.eventId, budgetMs: 0, batchSize: 2 });
      // In no order that means anything: two of the four.
      expect(await db.booking.count({ where: { status: { in: ["PENDING", "CONFIRMED"] } } })).toBe(2);
      await pending.api.payment.createOrder({ bookingId: pending.bookingId, method: "upi" }).catch(() => undefined);
    },
    then: async (sale) => {
      expect(await db.booking.groupBy({ by: ["status"], _count: true, orderBy: { status: "asc" } })).toEqual([
        { status: "CANCELLED", _count: 1 },
        { status: "REFUNDED", _count: 3 },
      ]);
      expect(await db.seat.count({ where: { eventId: sale.eventId, status: { not: "AVAILABLE" } } })).toBe(0);
      expect(await db.notification.count({ where: { type: "event-cancelled" } })).toBe(3);
    },
  },
];

describe("ways that taking and giving back can go wrong", () => {
  it.each(named(ways))("%s", async (_, { run, then }) => {
    const sale = await makeSale(db, gateway);
    await run(sale);
    await finish(db, bank);
    await then(sale);
  });
});

async function captured(sale: Sale) {
  const { totalPaise, ...books } = await sale.read();
  expect(books).toMatchObject({ status: "CONFIRMED", refunds: [], payments: [{ status: "COMPLETED", capturedPaise: totalPaise }] });
}

async function bothRefunded(sale: Sale) {
  const { totalPaise, ...books } = await sale.read();
  expect(books).toMatchObject({
    status: "CANCELLED",
    payments: [{ status: "REFUNDED", refundedPaise: totalPaise }],
    refunds: [{ status: "COMPLETED", amountPaise: totalPaise }],
  });
}

async function refundedOnce(sale: Sale) {
  await bothRefunded(sale);
  expect(await bankRefunds("processed")).toBe(1);
  expect(await db.notification.count({ where: { type: "refund-done" } })).toBe(1);
}
