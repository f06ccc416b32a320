import { describe, expect, it } from "vitest";
import { LEAST_REFUND_PAISE, policyOf, refundable, refundFor } from "./cancellation";

const startsAt = new Date("2026-12-01T18:00:00Z");

describe("cancelling", () => {
  it("is possible until so many hours before the event, by the terms at purchase", () => {
    const policy = policyOf({ startsAt, cancelUntilHours: 24, cancelRefundBps: 5_000 });
    expect(policy).toEqual({ untilAt: "2026-11-30T18:00:00.000Z", refundBps: 5_000 });
    expect(refundFor(policy, 1_001, new Date("2026-11-30T17:59:59.999Z"))).toBe(501);
    expect(refundFor(policy, 1_001, new Date("2026-11-30T18:00:00Z"))).toBeNull();
  });

  it("is never possible where the event says so, and until it begins at no hours", () => {
    const never = policyOf({ startsAt, cancelUntilHours: null, cancelRefundBps: 10_000 });
    expect(never).toEqual({ untilAt: null, refundBps: 10_000 });
    expect(refundFor(never, 1_000, new Date(0))).toBeNull();
    expect(policyOf({ startsAt, cancelUntilHours: 0, cancelRefundBps: 1 }).untilAt).toBe(
      startsAt.toISOString(),
    );
  });

  it("gives back nothing, or a rupee at least, and never more than was paid", () => {
    const back = (totalPaise: number, refundBps: number) =>
      refundFor({ untilAt: startsAt.toISOString(), refundBps }, totalPaise, new Date(0));
    expect(LEAST_REFUND_PAISE).toBe(100);
    expect([
      back(1_000, 0),
      back(1_000, 500),
      back(1_000, 1_000),
      back(1_000, 1_010),
      back(60, 5_000),
      back(1_000, 10_000),
    ]).toEqual([0, 100, 100, 101, 60, 1_000]);
    expect([back(9_999, 1), back(1, 4_000)]).toEqual([100, 0]);
  });

  it("of an amount gives back what a gateway would", () => {
    expect([refundable(0), refundable(99), refundable(100), refundable(101)]).toEqual([0, 0, 100, 101]);
  });
});
