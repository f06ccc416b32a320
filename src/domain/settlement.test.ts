import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookingStatuses } from "./booking-state";
import { canMovePayment, paymentStatuses, paymentStatusesBefore, type PaymentStatus } from "./payment-state";
import { retryAfterMs } from "./retry";
import { causeOf, decideMoney, graceMs, refundReason } from "./settlement";

describe("states", () => {
  it("only move forward: no payment comes back to where it was, but for a bank that changes its mind", () => {
    const back = new Set(["FAILED>PROCESSING>FAILED", "PROCESSING>FAILED>PROCESSING"]);
    for (const from of paymentStatuses) {
      expect(canMovePayment(from, from)).toBe(false);
      for (const to of paymentStatuses) {
        if (canMovePayment(from, to) && canMovePayment(to, from)) expect(back).toContain(`${from}>${to}>${from}`);
      }
    }
  });

  it("never leave captured money but by a refund", () => {
    const after = (from: PaymentStatus) => paymentStatuses.filter((to) => canMovePayment(from, to));
    expect(after("COMPLETED")).toEqual(["REFUNDED", "PARTIALLY_REFUNDED"]);
    expect(after("PARTIALLY_REFUNDED")).toEqual(["REFUNDED"]);
    expect(after("REFUNDED")).toEqual([]);
    expect(paymentStatusesBefore("COMPLETED")).toEqual(["PENDING", "PROCESSING", "FAILED"]);
  });
});

describe("money that came", () => {
  const money = fc.record({ amountPaise: fc.integer({ min: 1, max: 1_000 }), currency: fc.constantFrom("INR", "USD") });
  const booking = fc.record({
    status: fc.constantFrom(...bookingStatuses),
    totalPaise: fc.integer({ min: 1, max: 1_000 }),
    eventStands: fc.boolean(),
  });

  it("buys seats only where all of it is right, and goes back with a reason otherwise", () => {
    fc.assert(
      fc.property(booking, money, fc.boolean(), (at, came, exact) => {
        const paid = exact ? { ...came, amountPaise: at.totalPaise } : came;
        const decision = decideMoney(at, paid);
        const right = paid.currency === "INR" && paid.amountPaise === at.totalPaise;
        const open = (at.status === "PENDING" || at.status === "EXPIRED") && at.eventStands;
        expect(decision.seats).toBe(right && open ? "TRY" : "NO");
        if (decision.seats === "NO") expect(decision.cause === "WRONG_AMOUNT").toBe(!right);
      }),
    );
  });

  it("names its reasons apart", () => {
    expect(refundReason("EVENT_CANCELLED")).toBe("EVENT_CANCELLED");
    expect(causeOf(refundReason("LATE_PAYMENT", "a:b"))).toBe("LATE_PAYMENT");
  });
});

describe("time", () => {
  it("gives a payment 30 % of the countdown, at most three minutes", () => {
    expect([graceMs(600), graceMs(100), graceMs(1), graceMs(86_400)]).toEqual([180_000, 30_000, 300, 180_000]);
  });

  it("asks again ever less often, and never gives up waiting", () => {
    const waits = Array.from({ length: 20 }, (_, attempts) => retryAfterMs(attempts));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect([waits[1], waits[2], waits.at(-1)]).toEqual([15_000, 30_000, 21_600_000]);
  });
});
