import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "~/server/db/db";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";

/** Every rule stands in the database too: what services refuse politely, it refuses when they do not ask. */
const db = testDb();
let eventId: string;
let seatId: string;
let userId: string;

beforeEach(async () => {
  const { event, seats } = await makeEvent(db);
  eventId = event.id;
  seatId = seats[0]!.id;
  userId = (await makeUser(db)).id;
});

const later = new Date(Date.now() + 600_000);
const booking = (fields: object = {}) =>
  db.booking.create({
    data: {
      bookingNumber: `AIS-${Math.random()}`, userId, eventId, seatCount: 1, subtotalPaise: 50_000, taxPaise: 9_000, totalPaise: 59_000,
      expiresAt: later, holdsUntil: later, policy: { untilAt: null, refundBps: 0 }, ...fields,
    },
  });
const item = async (fields: object = {}) =>
  db.bookingItem.create({
    data: { bookingId: (await booking()).id, eventId, seatId, sectionId: "s", sectionName: "S", rowLabel: "A", seatLabel: "1", pricePaise: 50_000, live: true, ...fields },
  });
const payment = async (fields: object = {}) =>
  db.payment.create({
    data: { bookingId: (await booking()).id, gateway: "sandbox", orderId: `order_${Math.random()}`, method: "UPI", amountPaise: 59_000, ...fields },
  });
const coupon = (fields: object = {}) =>
  db.coupon.create({ data: { code: "CODE", type: "FIXED", value: 100, validFrom: new Date(0), validUntil: later, ...fields } });
const webhook = () => db.webhookEvent.create({ data: { gateway: "g", eventId: "e", type: "t", payload: {} } });
const hold = (fields: object) =>
  db.seatHold.create({ data: { userId, eventId, seatIds: [seatId], seatLimit: 6, expiresAt: later, ...fields } });

describe("the database refuses", () => {
  it.each<[string, (db: Db) => Promise<unknown>]>([
    ["a second sale of one seat", async () => [await item(), await item()]],
    ["a held seat without a holder", () => db.seat.update({ where: { id: seatId }, data: { status: "HELD" } })],
    ["a sold seat that still has a holder", () => db.seat.update({ where: { id: seatId }, data: { status: "BOOKED", heldBy: userId, heldUntil: later } })],
    ["two seats with one ordinal", () => db.seat.update({ where: { id: seatId }, data: { ordinal: 1 } })],
    ["more seats than the limit", () => hold({ seatIds: ["1", "2", "3", "4"], seatsBought: 3 })],
    ["less than nothing bought", () => hold({ seatsBought: -1 })],
    ["a third extension", () => hold({ extensions: 3 })],
    ["a total that does not add up", () => booking({ totalPaise: 58_999 })],
    ["a discount over the subtotal", () => booking({ discountPaise: 60_000, totalPaise: -1_000 })],
    ["a booking let go before its time", () => booking({ holdsUntil: new Date() })],
    ["confirmed without a moment", () => booking({ status: "CONFIRMED" })],
    ["one idempotency key for two bookings", async () => [await booking({ idempotencyKey: "k" }), await booking({ idempotencyKey: "k" })]],
    ["one gateway payment twice", async () => [await payment({ gatewayPaymentId: "p" }), await payment({ gatewayPaymentId: "p" })]],
    ["two open rows of one order", async () => [await payment({ orderId: "o" }), await payment({ orderId: "o" })]],
    ["more captured than asked", () => payment({ capturedPaise: 59_001 })],
    ["more refunded than captured", () => payment({ capturedPaise: 59_000, refundedPaise: 59_001 })],
    ["one gateway message twice", async () => [await webhook(), await webhook()]],
    ["more uses of a coupon than it has", () => coupon({ usageLimit: 1, usedCount: 2 })],
    ["over a hundred per cent off", () => coupon({ type: "PERCENTAGE", value: 10_001 })],
    ["a coupon code in small letters", () => coupon({ code: "code" })],
    ["six stars", () => db.review.create({ data: { eventId, userId, rating: 6 } })],
    ["a second review", async () => [await db.review.create({ data: { eventId, userId, rating: 5 } }), await db.review.create({ data: { eventId, userId, rating: 4 } })]],
    ["one address twice", () => makeUser(db, { email: "a@aisle.test" }).then(() => makeUser(db, { email: "a@aisle.test" }))],
    ["an address in capitals", () => makeUser(db, { email: "A@aisle.test" })],
  ])("%s", async (_, attempt) => {
    await expect(attempt(db)).rejects.toThrow(/constraint|Unique/i);
  });

  it("but lets a seat be sold again after its sale was undone", async () => {
    await item({ live: false });
    await item();
    expect(await db.bookingItem.groupBy({ by: ["live"], _count: true, orderBy: { live: "asc" } })).toEqual([
      { live: false, _count: 1 },
      { live: true, _count: 1 },
    ]);
  });
});
