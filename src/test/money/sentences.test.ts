import { describe, expect, it } from "vitest";
import type { PaymentGateway } from "~/server/gateways/payment";
import { createOrder } from "~/server/services/sale/money/create-order";
import { testBank } from "../harness/bank";
import { callerFor } from "../harness/callers";
import { testDb } from "../harness/database";
import { makeSale } from "../harness/sale";

const db = testDb();
const { gateway } = testBank(db);

const everything = {
  code: "FREE", type: "PERCENTAGE" as const, value: 10_000, validFrom: new Date(0), validUntil: new Date(4e12),
};
const told = async (type: string) => (await db.notification.findFirstOrThrow({ where: { type } })).body;

describe("what a buyer is told of their money", () => {
  it("is not of ₹0 that goes back where nothing was paid", async () => {
    await db.coupon.create({ data: everything });
    const sale = await makeSale(db, gateway, { couponCode: "FREE" });
    await sale.order();
    await sale.buy();
    const other = await makeSale(db, gateway, { event: sale, from: 5, couponCode: "FREE" });
    await other.buy();
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    expect(await told("booking-cancelled")).toMatch(/is cancelled\. It cost nothing, so nothing goes back\.$/);
    await callerFor({ id: sale.organizerId }, { gateway }).payment.cancelAsOrganizer({ bookingId: other.bookingId });
    expect(await told("booking-called-off")).toMatch(/^Booking \S+ cost nothing, so nothing goes back\.$/);
  });

  it("is of the terms where they give nothing back, and of what was left where a part was gone", async () => {
    const untilAt = new Date(Date.now() + 86_400_000).toISOString();
    const sale = await makeSale(db, gateway);
    await sale.buy();
    await db.booking.update({ where: { id: sale.bookingId }, data: { policy: { untilAt, refundBps: 0 } } });
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    expect(await told("booking-cancelled")).toMatch(/By the terms it was bought under, nothing goes back\.$/);
    const other = await makeSale(db, gateway, { event: sale, from: 5 });
    await other.buy();
    const organizer = callerFor({ id: sale.organizerId }, { gateway });
    await organizer.payment.refundPart({ bookingId: other.bookingId, amountPaise: 18_000, note: "Bad sound.", requestKey: "request-one" });
    await organizer.payment.cancelAsOrganizer({ bookingId: other.bookingId });
    expect(await told("booking-called-off")).toMatch(/^₹1,000 for booking \S+, what was left of what you paid, goes back/);
  });

  it("is of the organizer's reason, in their own words, where one booking or the whole event is called off", async () => {
    const [sale, mails] = [await makeSale(db, gateway), (template: string) => db.outboxMessage.findFirstOrThrow({ where: { template } })];
    await sale.buy();
    const organizer = callerFor({ id: sale.organizerId }, { gateway });
    await organizer.payment.cancelAsOrganizer({ bookingId: sale.bookingId, note: "Row A is being repaired." });
    const other = await makeSale(db, gateway, { event: sale, from: 5 });
    await other.buy();
    await organizer.event.cancel({ id: sale.eventId, reason: "The singer has a cold." });
    expect(await told("booking-called-off")).toMatch(/^The reason they give: “Row A is being repaired\.” ₹1,180 for booking/);
    expect(await told("event-cancelled")).toMatch(/^The organizer has cancelled it\. The reason they give: “The singer has a cold\.” ₹1,180 for/);
    expect((await mails("event-cancelled")).payload).toMatchObject({ body: expect.stringContaining("“The singer has a cold.”") });
  });

  it("is of the limit, not of lost seats, where late money meets it", async () => {
    const sale = await makeSale(db, gateway);
    const { orderId } = await sale.order();
    await sale.runOut();
    const full = await makeSale(db, gateway, { event: sale, buyer: sale.buyer, from: 10, seats: 6 });
    await full.buy();
    await sale.api.payment.sandboxPay({ orderId, outcome: "success" }).then(sale.confirm).catch(() => undefined);
    expect(await told("payment-late")).toMatch(/^When your bank confirmed it, you had as many tickets as one person may have\. All of it/);
  });

  it("is of the event where that is over", async () => {
    const sale = await makeSale(db, gateway);
    const { orderId } = await sale.order();
    await sale.runOut();
    await db.event.update({ where: { id: sale.eventId }, data: { status: "COMPLETED" } });
    await sale.api.payment.sandboxPay({ orderId, outcome: "success" }).then(sale.confirm).catch(() => undefined);
    expect(await told("payment-late")).toContain("the event could not be booked any more");
  });
});

describe("an order", () => {
  it("is not handed out for a booking that was cancelled while the gateway was asked", async () => {
    const sale = await makeSale(db, gateway);
    const slow: PaymentGateway = {
      ...gateway,
      createOrder: async (order) => {
        await sale.api.booking.cancel({ bookingId: sale.bookingId });
        return gateway.createOrder(order);
      },
    };
    const asked = createOrder({ db, gateway: slow, actor: { id: sale.buyer.id, role: "USER" }, bookingId: sale.bookingId, method: "card" });
    await expect(asked).rejects.toMatchObject({ code: "INVALID_TRANSITION", message: "This booking was cancelled. Please choose your seats again." });
    expect((await sale.read()).payments).toEqual([]);
  });
});
