import { describe, expect, it } from "vitest";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { expectSoundBooks } from "~/test/harness/sound-books";

const db = testDb();
const { gateway } = testBank(db);
const DAY = 86_400_000;

const window = () => ({ validFrom: new Date(Date.now() - DAY), validUntil: new Date(Date.now() + DAY) });
const makeCoupon = (fields: object = {}) =>
  db.coupon.create({ data: { code: "OPENING", type: "PERCENTAGE", value: 1_000, ...window(), ...fields } });
const uses = async () => (await db.coupon.findFirstOrThrow()).usedCount;
const code = (appCode: string) => ({ cause: { code: appCode } });

describe("a coupon's uses", () => {
  it("takes a tenth off before GST, reserved with the booking and used when it is paid", async () => {
    await makeCoupon();
    const sale = await makeSale(db, gateway, { couponCode: "opening" });
    expect(sale.booking).toMatchObject({ subtotalPaise: 100_000, discountPaise: 10_000, taxPaise: 16_200, totalPaise: 106_200 });
    expect(await sale.read()).toMatchObject({ redemption: { state: "RESERVED" } });
    await sale.buy();
    expect(await sale.read()).toMatchObject({ redemption: { state: "USED" } });
    expect(await uses()).toBe(1);
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    expect(await uses()).toBe(1);
    await expectSoundBooks(db);
  });

  it.each(["cancelled", "expired"])("comes back when the booking ends unpaid: %s", async (how) => {
    await makeCoupon({ usageLimit: 1 });
    const sale = await makeSale(db, gateway, { couponCode: "OPENING" });
    if (how === "cancelled") await sale.api.booking.cancel({ bookingId: sale.bookingId });
    else {
      await sale.runOut();
      await expirePendingBookings({ db });
    }
    expect(await uses()).toBe(0);
    await makeSale(db, gateway, { event: sale, couponCode: "OPENING" });
    expect(await uses()).toBe(1);
    await expectSoundBooks(db);
  });

  it("does not wait for the job to take back a use that nobody can pay for any more", async () => {
    await makeCoupon({ usageLimit: 1 });
    const sale = await makeSale(db, gateway, { couponCode: "OPENING" });
    await expect(makeSale(db, gateway, { event: sale, from: 10, couponCode: "OPENING" })).rejects.toMatchObject(code("COUPON_EXHAUSTED"));
    await sale.runOut();
    const next = await makeSale(db, gateway, { event: sale, from: 20, couponCode: "OPENING" });
    expect(next.booking.discountPaise).toBe(10_000);
    expect((await sale.read()).status).toBe("EXPIRED");
    await expectSoundBooks(db);
  });

  it("honours the price of late money, with a use where one is left and without one where none is", async () => {
    for (const from of [0, 10]) {
      if (from === 0) await makeCoupon({ usageLimit: 1 });
      const sale = await makeSale(db, gateway, { from, couponCode: "OPENING" });
      const { orderId } = await sale.order();
      await sale.runOut();
      await expirePendingBookings({ db });
      if (from === 10) await (await makeSale(db, gateway, { event: sale, from: 30, couponCode: "OPENING" })).buy();
      await sale.confirm(await sale.api.payment.sandboxPay({ orderId, outcome: "success" }));
      expect(await sale.read()).toMatchObject({ status: "CONFIRMED", redemption: { state: from === 0 ? "USED" : "RETURNED" } });
      expect(await uses()).toBe(1);
      await db.couponRedemption.updateMany({ where: { state: "USED" }, data: { state: "RETURNED" } });
      await db.coupon.updateMany({ data: { usedCount: 0 } });
    }
  });

  it("lets one of 200 buyers have the last use", async () => {
    await makeCoupon({ usageLimit: 1 });
    const hall = await makeEvent(db, { sections: [{ name: "Stalls", rowCount: 20, seatsPerRow: 10 }] });
    const buyers = await Promise.all(hall.seats.map(() => makeUser(db)));
    const results = await Promise.allSettled(
      buyers.map(async (buyer, index) => {
        const api = callerFor(buyer, { gateway });
        const seatIds = [hall.seats[index]!.id];
        // A transaction that was told BUSY has paused between its tries already.
        const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
          for (;;) {
            try {
              return await call();
            } catch (error) {
              if ((error as { cause?: { code?: string } }).cause?.code !== "BUSY") throw error;
            }
          }
        };
        await patiently(() => api.seatLock.hold({ eventId: hall.event.id, seatIds }));
        return patiently(() => api.booking.create({ eventId: hall.event.id, seatIds, couponCode: "OPENING" }));
      }),
    );
    const refused = results.filter((result) => result.status === "rejected").map((result) => result.reason.cause.code);
    expect(refused).toEqual(Array(199).fill("COUPON_EXHAUSTED"));
    expect(await uses()).toBe(1);
    await expectSoundBooks(db);
  });

  it("counts a buyer's own uses", async () => {
    await makeCoupon({ perBuyerLimit: 1 });
    const sale = await makeSale(db, gateway, { couponCode: "OPENING" });
    await sale.buy();
    await expect(makeSale(db, gateway, { buyer: sale.buyer, couponCode: "OPENING" })).rejects.toMatchObject(code("COUPON_EXHAUSTED"));
    await makeSale(db, gateway, { couponCode: "OPENING" });
  });
});

describe("coupon.validate", () => {
  it("says what it takes off, and why it does not hold", async () => {
    const sale = await makeSale(db, gateway);
    const { api, eventId, seatIds } = sale;
    await makeCoupon({ maxDiscountPaise: 5_000, minSubtotalPaise: 60_000 });
    expect(await api.coupon.validate({ code: "opening", eventId, seatIds })).toMatchObject({ discountPaise: 5_000 });
    expect(await api.coupon.validate({ code: "opening", eventId })).toMatchObject({ discountPaise: null });
    await expect(api.coupon.validate({ code: "opening", eventId, seatIds: seatIds.slice(1) })).rejects.toMatchObject(code("COUPON_INVALID"));
    const other = await makeEvent(db);
    for (const terms of [{ active: false }, { active: true, validFrom: new Date(Date.now() + 600_000) }, { ...window(), eventId: other.event.id }, { eventId: null, organizerId: other.organizerId }]) {
      await db.coupon.updateMany({ data: terms });
      await expect(api.coupon.validate({ code: "OPENING", eventId, seatIds })).rejects.toMatchObject(code("COUPON_INVALID"));
    }
  });

  it("stops guessing after ten misses, wherever they are tried, and forgives what was right", async () => {
    const sale = await makeSale(db, gateway);
    const { api, eventId, seatIds } = sale;
    await makeCoupon();
    for (let time = 0; time < 12; time++) await api.coupon.validate({ code: "OPENING", eventId });
    for (let miss = 0; miss < 5; miss++) {
      await expect(api.coupon.validate({ code: `GUESS${miss}`, eventId })).rejects.toMatchObject(code("COUPON_INVALID"));
      await expect(api.booking.quote({ couponCode: `GUESS${miss}`, eventId, seatIds })).rejects.toMatchObject(code("COUPON_INVALID"));
    }
    for (const guess of [
      () => api.coupon.validate({ code: "OPENING", eventId }),
      () => api.booking.quote({ couponCode: "OPENING", eventId, seatIds }),
      () => api.booking.create({ couponCode: "OPENING", eventId, seatIds }),
    ]) {
      await expect(guess()).rejects.toMatchObject(code("RATE_LIMITED"));
    }
    await api.booking.quote({ eventId, seatIds });
  });
});

describe("keeping coupons", () => {
  const terms = { code: "spring-26", type: "FIXED" as const, value: 20_000, ...window() };

  it("binds an organizer's coupon to their events, and an admin's to the platform", async () => {
    const organizer = callerFor(await makeUser(db, { role: "ORGANIZER" }));
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }));
    const own = await organizer.coupon.create(terms);
    const platform = await admin.coupon.create({ ...terms, code: "ALLOVER" });
    expect([own.code, own.organizerId !== null, platform.organizerId]).toEqual(["SPRING-26", true, null]);
    expect((await organizer.coupon.list({})).items.map((coupon) => coupon.code)).toEqual(["SPRING-26"]);
    expect((await admin.coupon.list({})).total).toBe(2);
    expect(await db.auditEntry.count({ where: { action: "coupon.create" } })).toBe(2);
  });

  it("lets two organizers give out one code, each for their own events", async () => {
    const [asha, ravi] = [await makeUser(db, { role: "ORGANIZER" }), await makeUser(db, { role: "ORGANIZER" })];
    await callerFor(asha).coupon.create({ ...terms, code: "EARLY20" });
    const { event: theirs, seats } = await makeEvent(db, { organizerId: ravi.id });
    const buyer = callerFor(await makeUser(db), { gateway });
    const seatIds = [seats[0]!.id];
    const asked = { code: "EARLY20", eventId: theirs.id, seatIds };
    await expect(buyer.coupon.validate(asked)).rejects.toThrow("There is no coupon EARLY20.");
    await callerFor(ravi).coupon.create({ ...terms, code: "EARLY20", value: 5_000, eventId: theirs.id });
    // The platform's own of the same code gives way to the organizer's.
    await callerFor(await makeUser(db, { role: "ADMIN" })).coupon.create({ ...terms, code: "EARLY20", value: 100 });
    expect(await buyer.coupon.validate(asked)).toMatchObject({ discountPaise: 5_000 });
    expect(await buyer.booking.quote({ couponCode: "EARLY20", eventId: theirs.id, seatIds })).toMatchObject({ discountPaise: 5_000 });
    await buyer.seatLock.hold({ eventId: theirs.id, seatIds });
    expect(await buyer.booking.create({ couponCode: "EARLY20", eventId: theirs.id, seatIds })).toMatchObject({ discountPaise: 5_000 });
    await expectSoundBooks(db);
  });

  it("refuses others' events and coupons, a taken code, and terms that cannot be", async () => {
    const organizer = callerFor(await makeUser(db, { role: "ORGANIZER" }));
    const rival = callerFor(await makeUser(db, { role: "ORGANIZER" }));
    const buyer = callerFor(await makeUser(db));
    const { event } = await makeEvent(db);
    const coupon = await organizer.coupon.create(terms);
    await expect(organizer.coupon.create({ ...terms, code: "OTHER", eventId: event.id })).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(organizer.coupon.create(terms)).rejects.toMatchObject(code("COUPON_INVALID"));
    await expect(rival.coupon.update({ id: coupon.id, active: false })).rejects.toMatchObject(code("NOT_FOUND"));
    await expect(buyer.coupon.create({ ...terms, code: "MINE" })).rejects.toMatchObject(code("FORBIDDEN"));
    await expect(buyer.coupon.list({})).rejects.toMatchObject(code("FORBIDDEN"));
    await expect(organizer.coupon.create({ ...terms, code: "TOO", type: "PERCENTAGE" })).rejects.toThrow();
    await expect(organizer.coupon.create({ ...terms, code: "BACKWARDS", validUntil: terms.validFrom })).rejects.toThrow("after it begins");
    await db.coupon.update({ where: { id: coupon.id }, data: { usedCount: 3 } });
    await expect(organizer.coupon.update({ id: coupon.id, usageLimit: 2 })).rejects.toMatchObject(code("INVALID_INPUT"));
    expect(await organizer.coupon.update({ id: coupon.id, usageLimit: 3, active: false })).toMatchObject({ usageLimit: 3, active: false });
  });
});
