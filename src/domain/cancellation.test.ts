import { describe, expect, it } from "vitest";
import { cancellableUntil, LEAST_REFUND_PAISE, policyOf, refundable, refundFor } from "./cancellation";

const at = (day: number, hour = 20) => new Date(Date.UTC(2027, 5, day, hour));
const policy = policyOf({ startsAt: at(12), cancelUntilHours: 24, cancelRefundBps: 10_000 });

describe("until when a buyer may cancel", () => {
  it("is so many hours before the start", () => {
    expect(cancellableUntil(policy, at(12))).toEqual(at(11));
    expect(refundFor(policy, 118_000, at(11, 19), at(12))).toBe(118_000);
    expect(refundFor(policy, 118_000, at(11), at(12))).toBeNull();
  });

  it("goes along where the event moves to a later date", () => {
    expect(cancellableUntil(policy, at(20))).toEqual(at(19));
    expect(refundFor(policy, 118_000, at(18), at(20))).toBe(118_000);
  });

  it("stays as promised where the event moves to an earlier date, and ends with its start", () => {
    expect(cancellableUntil(policy, at(12, 10))).toEqual(at(11));
    expect(cancellableUntil(policy, at(10))).toEqual(at(10));
    expect(refundFor(policy, 118_000, at(10), at(10))).toBeNull();
  });

  it("is as written for a booking that does not say of how many hours it was reckoned, and never stays never", () => {
    const { hoursBefore: _, ...old } = policy;
    expect(cancellableUntil(old, at(20))).toEqual(at(11));
    expect(cancellableUntil(policyOf({ startsAt: at(12), cancelUntilHours: null, cancelRefundBps: 0 }), at(20))).toBeNull();
  });
});

describe("what comes back", () => {
  const back = (totalPaise: number, refundBps: number) =>
    refundFor({ ...policy, refundBps }, totalPaise, new Date(0), at(12));

  it("is nothing, or a rupee at least, and never more than was paid", () => {
    expect(LEAST_REFUND_PAISE).toBe(100);
    expect([back(1_001, 5_000), back(1_000, 0), back(1_000, 500), back(1_000, 1_010), back(60, 5_000)]).toEqual([501, 0, 100, 101, 60]);
    expect([back(9_999, 1), back(1, 4_000), back(1_000, 10_000)]).toEqual([100, 0, 1_000]);
    const never = policyOf({ startsAt: at(12), cancelUntilHours: null, cancelRefundBps: 10_000 });
    expect(never).toMatchObject({ untilAt: null, refundBps: 10_000 });
    expect(refundFor(never, 1_000, new Date(0), at(12))).toBeNull();
    expect(policyOf({ startsAt: at(12), cancelUntilHours: 0, cancelRefundBps: 1 }).untilAt).toBe(at(12).toISOString());
  });

  it("of an amount is what a gateway would give back", () => {
    expect([refundable(0), refundable(99), refundable(100), refundable(101)]).toEqual([0, 0, 100, 101]);
  });
});
