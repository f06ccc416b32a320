import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { holdStatus } from "~/server/services/sale/seats/hold-status";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { passTime } from "~/test/harness/time";
import { createBooking } from "./create-booking";
import { expirePendingBookings } from "./expire-pending";
import { quoteBooking } from "./quote-booking";
import { listBookings, readBooking } from "./read-bookings";

const db = testDb();
let eventId: string;
let organizerId: string;
let seats: string[];
let asha: Actor;
let biju: Actor;

beforeEach(async () => {
  const made = await makeEvent(db, { basePricePaise: 50_000 });
  eventId = made.event.id;
  organizerId = made.organizerId;
  seats = made.seats.map((seat) => seat.id);
  asha = await makeUser(db);
  biju = await makeUser(db);
  await holdSeats({ db, actor: asha, eventId, seatIds: seats.slice(0, 3) });
});

const book = (ids: string[], more: { couponCode?: string; idempotencyKey?: string } = {}, actor = asha) =>
  createBooking({ db, actor, eventId, seatIds: ids, ...more });

const makeCoupon = (data: object) =>
  db.coupon.create({
    data: {
      code: "TENOFF", type: "PERCENTAGE", value: 1_000, organizerId,
      validFrom: new Date(Date.now() - 60_000), validUntil: new Date(Date.now() + 60_000), ...data,
    },
  });
const usedOf = async (code: string) => (await db.coupon.findFirstOrThrow({ where: { code } })).usedCount;

describe("create", () => {
  it("prices the seats as stored, GST once, and keeps them for ten minutes", async () => {
    const booking = await book(seats.slice(0, 2));
    expect(booking).toMatchObject({ status: "PENDING", subtotalPaise: 100_000, discountPaise: 0, taxPaise: 18_000, totalPaise: 118_000 });
    expect(booking.bookingNumber).toMatch(/^AIS-[A-Z0-9]{8}$/);
    const stored = await db.seat.findMany({ where: { id: { in: seats.slice(0, 2) } } });
    expect(stored.every((seat) => seat.status === "HELD" && seat.heldUntil?.getTime() === booking.expiresAt.getTime())).toBe(true);
  });

  it("honours the price a seat had when it was made, whatever the event says now", async () => {
    await db.event.update({ where: { id: eventId }, data: { basePricePaise: 99_900 } });
    expect((await book([seats[0]!])).subtotalPaise).toBe(50_000);
  });

  it("is refused for seats not held, held by another, or held no more", async () => {
    await expect(book([seats[9]!])).rejects.toMatchObject({ code: "HOLD_EXPIRED", facts: { lost: [seats[9]] } });
    await expect(book([seats[0]!], {}, biju)).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    await passTime(db, { userId: asha.id, eventId }, 601);
    await expect(book([seats[0]!])).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    expect(await db.booking.count()).toBe(0);
  });

  it("gives one booking to a request sent twice: by key, by seats, in a row and at once", async () => {
    const [one, two] = await Promise.all([
      book(seats.slice(0, 2), { idempotencyKey: "key-0001" }),
      book(seats.slice(0, 2), { idempotencyKey: "key-0001" }),
    ]);
    const three = await book(seats.slice(0, 2), { idempotencyKey: "key-0001" });
    const four = await book(seats.slice(0, 2));
    expect(new Set([one, two, three, four].map((booking) => booking.bookingId)).size).toBe(1);
    expect(await db.booking.count()).toBe(1);
    await expect(book([seats[2]!], { idempotencyKey: "key-0001" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("gives one booking to equal requests without a key at once", async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => book(seats.slice(0, 2))));
    expect(new Set(all.map((booking) => booking.bookingId)).size).toBe(1);
  });

  it("replaces a booking of some of the same seats, handing on its time", async () => {
    const first = await book(seats.slice(0, 2));
    await passTime(db, { userId: asha.id, eventId }, 120);
    const second = await book(seats.slice(0, 3));
    expect(second.expiresAt.getTime()).toBe(first.expiresAt.getTime() - 120_000);
    expect(await db.booking.findUnique({ where: { id: first.bookingId } })).toMatchObject({ status: "CANCELLED" });
    expect(second.subtotalPaise).toBe(150_000);
  });

  it("does not replace one whose payment the bank has authorised", async () => {
    const first = await book(seats.slice(0, 2));
    await db.payment.create({
      data: { bookingId: first.bookingId, gateway: "sandbox", orderId: "o", method: "CARD", status: "PROCESSING", amountPaise: 118_000 },
    });
    await expect(book(seats.slice(0, 3))).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
    await expect(releaseSeats({ db, actor: asha, eventId })).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
    expect(await holdStatus({ db, actor: asha, eventId })).toMatchObject({ seatIds: seats.slice(0, 3), bookingId: first.bookingId });
  });

  it("honours a hold after the sale's end, but not for a cancelled event or one that has begun", async () => {
    await db.event.update({ where: { id: eventId }, data: { offSaleAt: new Date(Date.now() - 1_000) } });
    await book([seats[0]!]);
    await db.event.update({ where: { id: eventId }, data: { startsAt: new Date(Date.now() - 1_000) } });
    await expect(book([seats[1]!])).rejects.toMatchObject({ code: "NOT_ON_SALE" });
    await db.event.update({ where: { id: eventId }, data: { startsAt: new Date(Date.now() + 9e6), status: "CANCELLED" } });
    await expect(book([seats[1]!])).rejects.toMatchObject({ code: "NOT_ON_SALE" });
  });
});

describe("the six seats, held and booked together", () => {
  it("counts a pending booking until it runs out", async () => {
    await book(seats.slice(0, 3));
    await holdSeats({ db, actor: asha, eventId, seatIds: seats.slice(3, 6) });
    await expect(holdSeats({ db, actor: asha, eventId, seatIds: [seats[6]!] })).rejects.toMatchObject({ code: "SEAT_LIMIT" });
    await passTime(db, { userId: asha.id, eventId }, 601);
    await holdSeats({ db, actor: asha, eventId, seatIds: seats.slice(6, 12) });
  });
});

describe("a booking past its time", () => {
  it("is EXPIRED to everyone and its seats are free, though no job ever ran", async () => {
    const { bookingId } = await book(seats.slice(0, 2));
    await passTime(db, { userId: asha.id, eventId }, 601);
    expect((await readBooking({ db, actor: asha, bookingId })).status).toBe("EXPIRED");
    expect((await listBookings({ db, actor: asha, status: "EXPIRED", page: 1, limit: 10 })).total).toBe(1);
    expect((await listBookings({ db, actor: asha, status: "PENDING", page: 1, limit: 10 })).total).toBe(0);
    expect((await holdSeats({ db, actor: biju, eventId, seatIds: seats.slice(0, 2) })).seatIds).toHaveLength(2);
  });

  it("is written down by the job, once, with two of them running", async () => {
    await makeCoupon({ usageLimit: 1 });
    const { bookingId } = await book(seats.slice(0, 2), { couponCode: "TENOFF" });
    await passTime(db, { userId: asha.id, eventId }, 601);
    await holdSeats({ db, actor: biju, eventId, seatIds: [seats[0]!] });
    const done = await Promise.all([expirePendingBookings({ db }), expirePendingBookings({ db })]);
    expect(done.reduce((sum, run) => sum + run.bookings, 0)).toBe(1);
    expect(await db.booking.findUnique({ where: { id: bookingId } })).toMatchObject({ status: "EXPIRED" });
    expect(await usedOf("TENOFF")).toBe(0);
    expect(await db.seat.findUnique({ where: { id: seats[0] } })).toMatchObject({ status: "HELD", heldBy: biju.id });
    expect(await db.seat.findUnique({ where: { id: seats[1] } })).toMatchObject({ status: "AVAILABLE" });
    expect(await expirePendingBookings({ db })).toEqual({ bookings: 0 });
  });

  it("leaves the living alone", async () => {
    await book(seats.slice(0, 2));
    expect(await expirePendingBookings({ db })).toEqual({ bookings: 0 });
  });
});

describe("coupons with a booking", () => {
  it("quote and booking agree, and a use is reserved and returned", async () => {
    await makeCoupon({ usageLimit: 1 });
    const quoted = await quoteBooking({ db, actor: asha, eventId, seatIds: seats.slice(0, 2), couponCode: "TENOFF" });
    const booked = await book(seats.slice(0, 2), { couponCode: "TENOFF" });
    expect(quoted).toMatchObject({ subtotalPaise: 100_000, discountPaise: 10_000, taxPaise: 16_200, totalPaise: 106_200 });
    expect(booked).toMatchObject({ discountPaise: 10_000, taxPaise: 16_200, totalPaise: 106_200 });
    expect(await usedOf("TENOFF")).toBe(1);
    await releaseSeats({ db, actor: asha, eventId, seatIds: [seats[0]!] });
    expect(await usedOf("TENOFF")).toBe(0);
    expect((await readBooking({ db, actor: asha, bookingId: booked.bookingId })).status).toBe("CANCELLED");
  });

  it("a coupon replaced on the same seats is given back", async () => {
    await makeCoupon({});
    await book([seats[0]!], { couponCode: "TENOFF" });
    await book([seats[0]!]);
    expect(await usedOf("TENOFF")).toBe(0);
  });

  it("the last use goes to one of many", async () => {
    await makeCoupon({ usageLimit: 1 });
    const buyers = await Promise.all(Array.from({ length: 8 }, () => makeUser(db)));
    await Promise.all(buyers.map((actor, i) => holdSeats({ db, actor, eventId, seatIds: [seats[10 + i]!] })));
    const results = await Promise.allSettled(buyers.map((actor, i) => book([seats[10 + i]!], { couponCode: "TENOFF" }, actor)));
    const codes = results.map((result) => (result.status === "fulfilled" ? "BOOKED" : (result.reason as { code: string }).code));
    expect(codes.filter((code) => code === "BOOKED")).toHaveLength(1);
    expect(codes.filter((code) => code === "COUPON_EXHAUSTED")).toHaveLength(7);
  });

  it.each([
    ["unknown", {}, "NOSUCH", "COUPON_INVALID"],
    ["ended", { validUntil: new Date(Date.now() - 1_000), validFrom: new Date(0) }, "TENOFF", "COUPON_INVALID"],
    ["not begun", { validFrom: new Date(Date.now() + 30_000) }, "TENOFF", "COUPON_INVALID"],
    ["switched off", { active: false }, "TENOFF", "COUPON_INVALID"],
    ["of another organizer", { organizerId: "someone" }, "TENOFF", "COUPON_INVALID"],
    ["under its minimum", { minSubtotalPaise: 900_000 }, "TENOFF", "COUPON_INVALID"],
    ["used up", { usageLimit: 3, usedCount: 3 }, "TENOFF", "COUPON_EXHAUSTED"],
    ["over the buyer's own limit", { perBuyerLimit: 0 }, "TENOFF", "COUPON_EXHAUSTED"],
  ])("refuses one that is %s, and books nothing", async (_, terms, couponCode, code) => {
    await makeCoupon(terms);
    await expect(book([seats[0]!], { couponCode })).rejects.toMatchObject({ code, field: "couponCode" });
    expect(await db.booking.count()).toBe(0);
  });
});

describe("reading", () => {
  it("has nothing in the list that the buyer never called off: seats or a coupon changed on the way to paying", async () => {
    await makeCoupon({});
    const list = async () => (await listBookings({ db, actor: asha, page: 1, limit: 10 })).items.map(({ status }) => status);
    await book(seats.slice(0, 2));
    await releaseSeats({ db, actor: asha, eventId, seatIds: [seats[0]!] });
    await book([seats[1]!]);
    await book([seats[1]!], { couponCode: "TENOFF" });
    const last = await book([seats[1]!]);
    expect(await db.booking.count()).toBe(4);
    expect(await list()).toEqual(["PENDING"]);
    expect((await listBookings({ db, actor: asha, when: "ended", page: 1, limit: 10 })).total).toBe(0);
    await db.booking.update({ where: { id: last.bookingId }, data: { status: "CANCELLED", cancelReason: "Given up before payment." } });
    expect(await list()).toEqual(["CANCELLED"]);
  });

  it("keeps a replaced booking that money came for", async () => {
    const first = await book(seats.slice(0, 2));
    await book(seats.slice(0, 3));
    await db.payment.create({
      data: { bookingId: first.bookingId, gateway: "sandbox", orderId: "o", method: "CARD", status: "COMPLETED", amountPaise: 118_000, capturedPaise: 118_000 },
    });
    expect((await listBookings({ db, actor: asha, when: "ended", page: 1, limit: 10 })).items).toMatchObject([{ id: first.bookingId }]);
  });

  it("names the seats in the order of the plan", async () => {
    const wanted = [seats[11]!, seats[2]!, seats[10]!, seats[9]!];
    await holdSeats({ db, actor: asha, eventId, seatIds: wanted });
    const { bookingId } = await book(wanted);
    const { items } = await readBooking({ db, actor: asha, bookingId });
    expect(items.map(({ seatId }) => seatId)).toEqual([seats[2], seats[9], seats[10], seats[11]]);
  });

  it("shows a booking to its buyer alone", async () => {
    const { bookingId } = await book(seats.slice(0, 2));
    expect(await readBooking({ db, actor: asha, bookingId })).toMatchObject({ status: "PENDING", seatCount: 2 });
    await expect(readBooking({ db, actor: biju, bookingId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(readBooking({ db, actor: { id: organizerId, role: "ADMIN" }, bookingId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(readBooking({ db, actor: asha, bookingId: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listBookings({ db, actor: biju, page: 1, limit: 10 })).items).toEqual([]);
  });
});
