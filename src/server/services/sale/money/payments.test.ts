import { describe, expect, it } from "vitest";
import { createDb } from "~/server/db/db";
import { makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { processWebhook } from "./webhooks/process-webhook";

const db = testDb();
const harness = testBank(db);
const { gateway, deliver } = harness;

describe("from the order to the confirmed booking", () => {
  it("confirms, captures and sells the seats", async () => {
    const sale = await makeSale(db, gateway);
    const order = await sale.order();
    expect(order).toMatchObject({ gateway: "sandbox", amountPaise: sale.booking.totalPaise, currency: "INR" });
    const result = await sale.buy();
    expect(result.status).toBe("CONFIRMED");
    const after = await sale.read();
    expect(after.status).toBe("CONFIRMED");
    expect(after.items.every((item) => item.live)).toBe(true);
    expect(after.payments).toHaveLength(1);
    expect(after.payments[0]).toMatchObject({ status: "COMPLETED", capturedPaise: after.totalPaise, refundedPaise: 0 });
    expect((await sale.readSeats()).map((seat) => seat.status)).toEqual(["BOOKED", "BOOKED"]);
    const hold = await db.seatHold.findFirstOrThrow();
    expect(hold).toMatchObject({ seatIds: [], seatsBought: 2 });
    expect(await db.notification.count({ where: { type: "booking-confirmed" } })).toBe(1);
    expect(await db.outboxMessage.count({ where: { template: "booking-confirmed" } })).toBe(1);
  });

  it("gives the first result to a repeat, and to webhooks that come after", async () => {
    const sale = await makeSale(db, gateway);
    const paid = await sale.payFor();
    const first = await sale.confirm(paid);
    expect(await sale.confirm(paid)).toEqual(first);
    expect(await deliver()).toBeGreaterThan(1);
    expect(await sale.confirm(paid)).toEqual(first);
    expect(await db.webhookEvent.count({ where: { processedAt: null } })).toBe(0);
    expect(await sale.read()).toMatchObject({ status: "CONFIRMED", refunds: [], payments: [{ status: "COMPLETED" }] });
  });

  it("lets one of many processes act on a webhook", async () => {
    const sale = await makeSale(db, gateway);
    harness.actOnWebhooks = false;
    await sale.payFor();
    await deliver();
    harness.actOnWebhooks = true;
    const [webhook] = await db.webhookEvent.findMany();
    const took = await Promise.all([1, 2, 3].map(() => processWebhook({ db, gateway, webhookId: webhook!.id })));
    expect(took.toSorted()).toEqual([false, false, true]);
    expect(await processWebhook({ db, gateway, webhookId: webhook!.id })).toBe(false);
    expect(await sale.read()).toMatchObject({ status: "CONFIRMED" });
  });

  it("leaves a webhook open, and does not throw, where the database is away", async () => {
    const away = createDb({ url: "postgresql://nobody@127.0.0.1:1/none" });
    expect(await processWebhook({ db: away, gateway, webhookId: "any" })).toBe(false);
    await away.$disconnect();
  });

  it("keeps one order for a booking, and holds its seats through the grace", async () => {
    const sale = await makeSale(db, gateway);
    const [first, second] = await Promise.all([sale.order(), sale.order()]);
    expect(second.orderId).toBe(first.orderId);
    const booking = await sale.read();
    expect(booking.holdsUntil.getTime() - booking.expiresAt.getTime()).toBe(180_000);
    for (const seat of await sale.readSeats()) expect(seat.heldUntil).toEqual(booking.holdsUntil);
  });

  it("says that the bank declined, and takes another attempt on the same order", async () => {
    const sale = await makeSale(db, gateway);
    await expect(sale.confirm(await sale.payFor("failure"))).rejects.toMatchObject({ cause: { code: "PAYMENT_FAILED" } });
    expect(await sale.read()).toMatchObject({ status: "PENDING", payments: [{ status: "FAILED" }] });
    await sale.buy();
    expect((await sale.read()).payments.map((payment) => payment.status)).toEqual(["FAILED", "COMPLETED"]);
  });

  it("refuses strangers, wrong signatures, other orders and other payments", async () => {
    const sale = await makeSale(db, gateway);
    const other = await makeSale(db, gateway);
    const paid = await sale.payFor();
    const elsewhere = await other.payFor();
    const stranger = callerFor(await makeUser(db), { gateway });
    await expect(stranger.booking.confirm({ bookingId: sale.bookingId, ...paid })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    await expect(stranger.payment.sandboxPay({ orderId: paid.orderId, outcome: "success" })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    await expect(stranger.payment.createOrder({ bookingId: sale.bookingId, method: "upi" })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    for (const forged of [
      { ...paid, signature: paid.signature.replace(/^./, (c) => (c === "0" ? "1" : "0")) },
      { ...paid, signature: "" },
      { ...paid, paymentId: elsewhere.paymentId },
      elsewhere,
    ]) {
      await expect(sale.confirm(forged)).rejects.toMatchObject({ cause: { code: "PAYMENT_MISMATCH" } });
    }
    expect((await sale.read()).status).toBe("PENDING");
  });

  it("waits for a bank that has not answered", async () => {
    const late = await makeSale(db, gateway);
    const { bank } = { bank: await late.payFor("late") };
    await db.$executeRaw`UPDATE "SandboxRecord" SET body = body || '{"authorize_at": 9999999999999}' WHERE id = ${bank.paymentId}`;
    await expect(late.confirm(bank)).rejects.toMatchObject({ cause: { code: "PAYMENT_PENDING" } });
    expect((await late.read()).status).toBe("PENDING");
    await db.$executeRaw`UPDATE "SandboxRecord" SET body = body || '{"authorize_at": 0}' WHERE id = ${bank.paymentId}`;
    expect((await late.confirm(bank)).status).toBe("CONFIRMED");
  });
});

describe("cancelling", () => {
  it("lets a pending booking's seats go", async () => {
    const sale = await makeSale(db, gateway);
    expect(await sale.api.booking.cancel({ bookingId: sale.bookingId })).toEqual({ status: "CANCELLED", refundPaise: 0 });
    expect((await sale.readSeats()).every((seat) => seat.status === "AVAILABLE")).toBe(true);
    expect((await db.seatHold.findFirstOrThrow()).seatIds).toEqual([]);
  });

  it("frees the seats of a confirmed booking and gives the money back, once", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const { totalPaise } = await sale.read();
    const cancelled = { status: "CANCELLED", refundPaise: totalPaise };
    expect(await sale.api.booking.cancel({ bookingId: sale.bookingId })).toEqual(cancelled);
    expect(await sale.api.booking.cancel({ bookingId: sale.bookingId })).toEqual(cancelled);
    const after = await sale.read();
    expect(after.refunds).toHaveLength(1);
    expect(after.refunds[0]).toMatchObject({ status: "COMPLETED", amountPaise: totalPaise });
    expect(after.payments[0]).toMatchObject({ status: "REFUNDED", refundedPaise: totalPaise });
    expect((await sale.readSeats()).every((seat) => seat.status === "AVAILABLE")).toBe(true);
    expect((await db.seatHold.findFirstOrThrow()).seatsBought).toBe(0);
  });
});
