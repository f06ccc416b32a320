import { describe, expect, it } from "vitest";
import { razorpay } from "~/server/gateways/razorpay";
import { sign } from "~/server/gateways/signature";
import { bookingTransaction } from "~/server/services/sale/money/booking-transaction";
import { settleSeen } from "~/server/services/sale/money/settle-payment";
import { askRefund } from "~/server/services/sale/money/ask-refund";
import { makeUser } from "../factories";
import { testBank } from "../harness/bank";
import { callerFor } from "../harness/callers";
import { testDb } from "../harness/database";
import { makeSale } from "../harness/sale";
import { expectSoundBooks } from "../harness/sound-books";
import { finish } from "./finish";
import { givenBack } from "./ways";

const db = testDb();
const harness = testBank(db);
const { gateway, bank, misbehave } = harness;
const code = (appCode: string) => ({ cause: { code: appCode } });
const everything = { code: "FREE", type: "PERCENTAGE" as const, value: 10_000, validFrom: new Date(0), validUntil: new Date(Date.now() + 1e9) };

describe("payment.createOrder", () => {
  it("is refused when the countdown is over, though the seats are still held", async () => {
    const sale = await makeSale(db, gateway);
    await sale.order();
    await db.$executeRaw`UPDATE "Booking" SET "expiresAt" = now() - interval '1 second' WHERE id = ${sale.bookingId}`;
    await expect(sale.order()).rejects.toMatchObject(code("BOOKING_EXPIRED"));
  });

  it("is refused for what is paid or cancelled", async () => {
    const paid = await makeSale(db, gateway);
    await paid.buy();
    await expect(paid.order()).rejects.toMatchObject(code("INVALID_TRANSITION"));
    const cancelled = await makeSale(db, gateway);
    await cancelled.api.booking.cancel({ bookingId: cancelled.bookingId });
    await expect(cancelled.order()).rejects.toMatchObject(code("INVALID_TRANSITION"));
  });

  it("has no sandbox where the gateway is a real one", async () => {
    const sale = await makeSale(db, gateway);
    const { orderId } = await sale.order();
    const real = razorpay({ name: "razorpay", baseUrl: "http://127.0.0.1:9", keyId: "k", keySecret: "s", webhookSecret: "w" });
    await expect(callerFor(sale.buyer, { gateway: real }).payment.sandboxPay({ orderId, outcome: "success" })).rejects.toMatchObject(code("FORBIDDEN"));
  });
});

describe("booking.confirm", () => {
  it("refuses a payment of another order, even signed", async () => {
    const [sale, other] = [await makeSale(db, gateway), await makeSale(db, gateway)];
    const { orderId } = await sale.order();
    const { paymentId } = await other.payFor();
    const signature = sign(`${orderId}|${paymentId}`, bank.keySecret);
    await expect(sale.confirm({ orderId, paymentId, signature })).rejects.toMatchObject(code("PAYMENT_MISMATCH"));
    expect((await other.read()).status).toBe("PENDING");
  });

  it("does not let an older answer of the gateway undo a newer one", async () => {
    const sale = await makeSale(db, gateway);
    const { paymentId } = await sale.payFor();
    const authorised = await gateway.fetchPayment(paymentId);
    await settleSeen({ db, gateway, seen: authorised });
    const before = await sale.read();
    for (const status of ["created", "failed", "authorized"] as const) await settleSeen({ db, gateway, seen: { ...authorised, status } });
    expect(await sale.read()).toEqual(before);
  });

  it("confirms what a coupon has made free, with no gateway at all, and only in time", async () => {
    await db.coupon.create({ data: everything });
    const sale = await makeSale(db, gateway, { couponCode: "FREE" });
    expect(sale.booking.totalPaise).toBe(0);
    const order = await sale.order();
    expect(order).toMatchObject({ amountPaise: 0 });
    const stranger = callerFor(await makeUser(db), { gateway });
    await expect(stranger.payment.sandboxPay({ orderId: order.orderId, outcome: "success" })).rejects.toMatchObject(code("NOT_FOUND"));
    const first = await sale.buy();
    expect(await sale.buy().catch((error: { cause: { code: string } }) => error.cause.code)).toBe("INVALID_TRANSITION");
    expect(await sale.confirm({ orderId: order.orderId, paymentId: "free", signature: "" })).toEqual(first);
    expect(await sale.read()).toMatchObject({ status: "CONFIRMED", payments: [] });
    expect(await sale.api.booking.cancel({ bookingId: sale.bookingId })).toEqual({ status: "CANCELLED", refundPaise: 0 });

    const late = await makeSale(db, gateway, { event: sale, from: 10, couponCode: "FREE" });
    const { orderId } = await late.order();
    await late.runOut();
    await expect(late.confirm({ orderId, paymentId: "free", signature: "" })).rejects.toMatchObject(code("BOOKING_EXPIRED"));
    const priced = await makeSale(db, gateway, { event: sale, from: 20 });
    await priced.order();
    await expect(priced.confirm({ orderId: `free_${priced.bookingId}`, paymentId: "free", signature: "" })).rejects.toMatchObject(code("PAYMENT_MISMATCH"));
    await (await import("~/server/services/sale/bookings/expire-pending")).expirePendingBookings({ db });
    await expectSoundBooks(db);
  });

  it("leaves a newer hold of the same buyer alone when their late money goes back", async () => {
    const sale = await makeSale(db, gateway);
    const { orderId } = await sale.order();
    await sale.runOut();
    const [kept, gone] = sale.seatIds as [string, string];
    await sale.api.seatLock.hold({ eventId: sale.eventId, seatIds: [kept] });
    const rival = callerFor(await makeUser(db), { gateway });
    await rival.seatLock.hold({ eventId: sale.eventId, seatIds: [gone] });
    await sale.api.payment.sandboxPay({ orderId, outcome: "success" });
    await finish(db, harness);
    await givenBack(sale, "LATE_PAYMENT");
    expect((await sale.api.seatLock.status({ eventId: sale.eventId }))?.seatIds).toEqual([kept]);
  });
});

describe("booking.cancel", () => {
  it("is over when a ticket was used, when the event began, and by its policy", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const cancel = () => sale.api.booking.cancel({ bookingId: sale.bookingId });
    await db.bookingItem.updateMany({ data: { checkedInAt: new Date() } });
    await expect(cancel()).rejects.toMatchObject(code("INVALID_TRANSITION"));
    await db.bookingItem.updateMany({ data: { checkedInAt: null } });
    await db.event.update({ where: { id: sale.eventId }, data: { startsAt: new Date(Date.now() - 1_000) } });
    await expect(cancel()).rejects.toMatchObject(code("INVALID_TRANSITION"));
    await db.event.update({ where: { id: sale.eventId }, data: { startsAt: new Date(Date.now() + 1e8) } });
    const until = (at: number) => ({ untilAt: new Date(at).toISOString(), refundBps: 5_000 });
    await db.booking.updateMany({ data: { policy: until(Date.now() - 1_000) } });
    await expect(cancel()).rejects.toMatchObject(code("INVALID_TRANSITION"));
    await db.booking.updateMany({ data: { policy: until(Date.now() + 60_000) } });
    expect(await cancel()).toEqual({ status: "CANCELLED", refundPaise: 59_000 });
    await finish(db, harness);
    expect(await sale.read()).toMatchObject({ status: "CANCELLED", payments: [{ status: "PARTIALLY_REFUNDED", refundedPaise: 59_000 }] });
  });

  it("refuses what has run out, and writes nothing where the books are wrong", async () => {
    const sale = await makeSale(db, gateway);
    await sale.runOut();
    await expect(sale.api.booking.cancel({ bookingId: sale.bookingId })).rejects.toMatchObject(code("INVALID_TRANSITION"));
    const wrong = await makeSale(db, gateway);
    await wrong.buy();
    await db.seat.update({ where: { id: wrong.seatIds[0] }, data: { status: "BLOCKED" } });
    await expect(wrong.api.booking.cancel({ bookingId: wrong.bookingId })).rejects.toThrow();
    expect(await wrong.read()).toMatchObject({ status: "CONFIRMED", refunds: [] });
  });

  it("waits for the capture before it gives back", async () => {
    const sale = await makeSale(db, gateway);
    await misbehave({ on: "capture", act: "error", times: 2 });
    await sale.buy();
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    expect(await sale.read()).toMatchObject({ payments: [{ status: "PROCESSING" }], refunds: [{ status: "PROCESSING" }] });
    await finish(db, harness);
    expect(await sale.read()).toMatchObject({ payments: [{ status: "REFUNDED" }], refunds: [{ status: "COMPLETED" }] });
  });
});

describe("refunds", () => {
  it("are not needed where nothing was captured, and are revived where it is after all", async () => {
    const sale = await makeSale(db, gateway);
    const { orderId } = await sale.order();
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    await misbehave({ on: "capture", act: "decline", times: 1 });
    const { paymentId } = await sale.api.payment.sandboxPay({ orderId, outcome: "success" });
    await finish(db, harness);
    expect(await sale.read()).toMatchObject({ payments: [{ status: "FAILED", capturedPaise: 0 }], refunds: [{ status: "FAILED" }] });
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
    expect(await admin.admin.moneyList()).toEqual([]);
    await db.$executeRaw`UPDATE "SandboxRecord" SET body = body || '{"status": "authorized"}' WHERE id = ${paymentId}`;
    await finish(db, harness);
    await givenBack(sale, "BOOKING_CANCELLED");
  });

  it("are of a rupee at least, and leave none of less behind", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    await db.booking.update({ where: { id: sale.bookingId }, data: { policy: { untilAt: new Date(Date.now() + 1e6).toISOString(), refundBps: 5 } } });
    const organizer = callerFor({ id: sale.organizerId }, { gateway });
    const part = (amountPaise: number) =>
      organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise, note: "Bad sound.", requestKey: `part-of-${amountPaise}` });
    await expect(part(117_950)).rejects.toMatchObject(code("INVALID_INPUT"));
    await expect(part(50)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    // Half a thousandth of 1,180 rupees are 59 paise.
    expect(await sale.api.booking.cancel({ bookingId: sale.bookingId })).toMatchObject({ refundPaise: 100 });
    await finish(db, harness);
    expect((await sale.read()).refunds).toMatchObject([{ amountPaise: 100, status: "COMPLETED" }]);
  });

  it("asked for twice for one reason are one, and what is done stays done", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const organizer = callerFor({ id: sale.organizerId }, { gateway });
    await organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise: 1_000, note: "Bad sound.", requestKey: "request-one" });
    const { refunds, payments } = await sale.read();
    expect(refunds).toMatchObject([{ status: "COMPLETED" }]);
    const again = () =>
      bookingTransaction(db, sale.bookingId, (tx) => askRefund(tx, { payment: payments[0]!, amountPaise: 1_000, reason: refunds[0]!.reason }));
    expect(await again()).toBe(refunds[0]!.id);
    expect((await sale.read()).refunds).toMatchObject([{ status: "COMPLETED", amountPaise: 1_000 }]);
    await finish(db, harness);
  });

  it("of a part are for the event's organizer, of what was paid", async () => {
    const sale = await makeSale(db, gateway);
    const part = { bookingId: sale.bookingId, amountPaise: 1_000, note: "Bad sound.", requestKey: "request-one" };
    const [organizer, rival] = [callerFor({ id: sale.organizerId }, { gateway }), callerFor(await makeUser(db, { role: "ORGANIZER" }), { gateway })];
    await expect(organizer.payment.refundPart(part)).rejects.toMatchObject(code("INVALID_TRANSITION"));
    await sale.buy();
    await expect(rival.payment.refundPart(part)).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(rival.payment.cancelAsOrganizer({ bookingId: sale.bookingId })).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(rival.payment.cancellationProgress({ eventId: sale.eventId })).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(sale.api.payment.refundPart(part)).rejects.toMatchObject(code("FORBIDDEN"));
    await organizer.payment.refundPart(part);
    const [refund] = (await sale.read()).refunds;
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
    await expect(admin.admin.retryRefund({ refundId: refund!.id })).rejects.toMatchObject(code("INVALID_TRANSITION"));
    await finish(db, harness);
  });

  it("of a called-off event are shown as they go", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const organizer = callerFor({ id: sale.organizerId }, { gateway });
    expect(await organizer.payment.cancellationProgress({ eventId: sale.eventId })).toBeNull();
    await misbehave({ on: "refund", act: "error", times: 1 });
    expect(await organizer.event.cancel({ id: sale.eventId, reason: "Rain." })).toMatchObject({ status: "CANCELLED" });
    const progress = { status: "DONE", done: 1, total: 1, refundsAsked: 1 };
    expect(await organizer.payment.cancellationProgress({ eventId: sale.eventId })).toMatchObject({ ...progress, refundsDone: 0, owedPaise: 118_000 });
    await finish(db, harness);
    expect(await organizer.payment.cancellationProgress({ eventId: sale.eventId })).toMatchObject({ ...progress, refundsDone: 1, refundedPaise: 118_000 });
    expect((await sale.read()).status).toBe("REFUNDED");
  });
});
