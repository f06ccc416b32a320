import { describe, expect, it } from "vitest";
import type { Db } from "~/server/db/db";
import { issueMissing } from "~/server/services/invoices/issue-missing";
import { UNKNOWN_ORDER } from "~/server/services/sale/money/webhooks/process-webhook";
import { makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { auditBooks, rules } from "./audit-books";

const db = testDb();
const { gateway, deliver } = testBank(db);

/** Everything that would refuse such a thing to be written: gone for the length of one test. */
const DISARM = `
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
  END LOOP;
END $$;`;

/** For each rule, what breaks it: the state that a bug would leave. */
const breakages: [rule: string, sql: string][] = [
  ["one-live-item-a-seat", `INSERT INTO "BookingItem" SELECT 'twin', "bookingId", "eventId", "seatId", "sectionId", "sectionName", "rowLabel", "seatLabel", "pricePaise", true, NULL FROM "BookingItem" WHERE live LIMIT 1`],
  ["booked-has-item", `UPDATE "Seat" SET status = 'BOOKED', "heldBy" = NULL, "heldUntil" = NULL WHERE id = (SELECT id FROM "Seat" WHERE status = 'AVAILABLE' LIMIT 1)`],
  ["booked-has-item", `UPDATE "Seat" SET status = 'AVAILABLE' WHERE status = 'BOOKED'`],
  ["live-means-confirmed", `UPDATE "BookingItem" SET live = false WHERE id = (SELECT id FROM "BookingItem" WHERE live LIMIT 1)`],
  ["live-means-confirmed", `UPDATE "Booking" SET status = 'EXPIRED' WHERE status = 'CONFIRMED'`],
  ["seat-count", `UPDATE "Booking" SET "seatCount" = 5`],
  ["held-has-holder", `UPDATE "Seat" SET "heldUntil" = NULL WHERE status = 'HELD'`],
  ["held-has-holder", `UPDATE "SeatHold" SET "seatIds" = '{}'`],
  ["standing-agrees", `UPDATE "SeatHold" SET "seatsBought" = "seatsBought" + 1`],
  ["called-off", `UPDATE "Event" SET status = 'CANCELLED'`],
  ["sums", `UPDATE "Booking" SET "totalPaise" = "totalPaise" - 1 WHERE status = 'PENDING'`],
  ["sums", `UPDATE "Booking" SET "taxPaise" = "taxPaise" + 1, "totalPaise" = "totalPaise" + 1 WHERE status = 'PENDING'`],
  ["sums", `UPDATE "BookingItem" SET "pricePaise" = "pricePaise" + 1 WHERE NOT live`],
  ["confirmed-is-paid", `UPDATE "Payment" SET "acceptedAt" = NULL`],
  ["confirmed-is-paid", `UPDATE "Payment" SET "amountPaise" = "amountPaise" - 1, "capturedPaise" = "capturedPaise" - 1 WHERE "capturedPaise" > 0`],
  ["captured-is-explained", `UPDATE "Payment" SET "acceptedAt" = NULL`],
  ["kept-is-owed", `UPDATE "Payment" SET "refundedPaise" = "refundedPaise" + 1 WHERE status = 'COMPLETED'`],
  ["policy-kept", `UPDATE "Booking" SET policy = '{"untilAt": null, "refundBps": 5000}'`],
  ["refunds-counted", `UPDATE "Refund" SET "amountPaise" = "amountPaise" - 1`],
  ["refunds-arrive", `UPDATE "Refund" SET status = 'FAILED'`],
  ["status-follows-money", `UPDATE "Payment" SET status = 'COMPLETED' WHERE status = 'REFUNDED'`],
  ["status-follows-money", `UPDATE "Payment" SET status = 'FAILED' WHERE status = 'COMPLETED'`],
  ["paid-is-decided", `UPDATE "Payment" SET status = 'PROCESSING' WHERE status = 'PENDING'`],
  ["coupon-uses", `UPDATE "Coupon" SET "usedCount" = 0`],
  ["coupon-uses", `UPDATE "CouponRedemption" SET "discountPaise" = 1`],
  ["coupon-uses", `UPDATE "CouponRedemption" SET state = 'RESERVED'`],
  ["invoice-series", `DELETE FROM "Invoice" WHERE sequence = 1 AND kind = 'INVOICE'`],
  ["invoice-series", `UPDATE "Invoice" SET sequence = 7 WHERE kind = 'CREDIT_NOTE'`],
];

/** A booking that waits, one that stands (with a coupon), one that was cancelled; all invoiced. */
async function books() {
  await db.coupon.create({ data: { code: "TENTH", type: "PERCENTAGE", value: 1_000, validFrom: new Date(0), validUntil: new Date(Date.now() + 1e9) } });
  const stands = await makeSale(db, gateway, { couponCode: "TENTH" });
  await stands.buy();
  const cancelled = await makeSale(db, gateway, { event: stands, from: 10 });
  await cancelled.buy();
  await cancelled.api.booking.cancel({ bookingId: cancelled.bookingId });
  const waits = await makeSale(db, gateway, { event: stands, from: 20 });
  await waits.order();
  await issueMissing({ db });
}

describe("the audit", () => {
  it("finds sound books sound, and each rule broken by what breaks it", async () => {
    await books();
    const before = await auditBooks({ db });
    expect(before.rules.filter((rule) => rule.broken > 0)).toEqual([]);
    expect(before.sound).toBe(true);
    const undo = new Error("undo");
    for (const [rule, sql] of breakages) {
      await db
        .$transaction(
          async (tx) => {
            await tx.$executeRawUnsafe(DISARM);
            await tx.$executeRawUnsafe(`DROP INDEX "BookingItem_live_seat_key", "BookingItem_bookingId_seatId_key"`);
            await tx.$executeRawUnsafe(sql);
            const { sound, rules: results } = await auditBooks({ db: tx as unknown as Db });
            const broken = results.filter((result) => result.broken > 0);
            expect(broken.map(({ name }) => name), sql).toContain(rule);
            expect(sound).toBe(false);
            expect(broken[0]!.examples[0]!.detail.length).toBeGreaterThan(0);
            throw undo;
          },
          { timeout: 120_000 },
        )
        .catch((error: unknown) => {
          if (error !== undo) throw error;
        });
    }
    expect(new Set(breakages.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  });

  it("is the admins' alone, with the list of what needs a person", async () => {
    const [buyer, organizer, admin] = [await makeUser(db), await makeUser(db, { role: "ORGANIZER" }), await makeUser(db, { role: "ADMIN" })];
    for (const other of [buyer, organizer]) {
      const api = callerFor(other, { gateway });
      const calls = [
        () => api.admin.integrity(),
        () => api.admin.moneyList(),
        () => api.admin.retryRefund({ refundId: "x" }),
        () => api.admin.noteUnknownPayment({ webhookId: "x", note: "mine" }),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
    }
    const api = callerFor(admin, { gateway });
    expect(await api.admin.integrity()).toMatchObject({ sound: true });
    expect(await api.admin.moneyList()).toEqual([]);
  });

  it("lists a payment that is none of ours until an admin has dealt with it", async () => {
    const api = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
    const { orderId } = await gateway.createOrder({ receipt: "elsewhere", amountPaise: 5_000 });
    await gateway.payInSandbox!({ orderId, method: "upi", outcome: "success" });
    await deliver();
    const [matter, ...more] = await api.admin.moneyList();
    expect(more).toEqual([]);
    expect(matter).toMatchObject({ kind: "UNKNOWN_PAYMENT", amountPaise: 5_000, says: expect.stringContaining(UNKNOWN_ORDER) });
    await api.admin.noteUnknownPayment({ webhookId: matter!.id, note: "Refunded at the dashboard." });
    expect(await api.admin.moneyList()).toEqual([]);
    await expect(api.admin.noteUnknownPayment({ webhookId: matter!.id, note: "Again." })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
  });
});
