import { describe, expect, it } from "vitest";
import { assertCouponApplies, couponDiscount, type CouponTerms } from "./coupon";

const from = new Date("2026-11-01T00:00:00Z");
const until = new Date("2026-11-30T00:00:00Z");
const at = (offsetMs: number, of = from) => new Date(of.getTime() + offsetMs);

const coupon: CouponTerms = {
  code: "TENTH",
  type: "PERCENTAGE",
  value: 1_000,
  active: true,
  validFrom: from,
  validUntil: until,
  usageLimit: null,
  usedCount: 5,
  minSubtotalPaise: null,
  maxDiscountPaise: null,
  eventId: null,
  organizerId: null,
};
const use = { event: { id: "e", organizerId: "o" }, subtotalPaise: 50_000, now: at(1) };

/** The sentence that refuses the coupon, or "applies". */
function said(terms: Partial<CouponTerms>, more: Partial<typeof use> = {}): string {
  try {
    assertCouponApplies({ ...coupon, ...terms }, { ...use, ...more });
    return "applies";
  } catch (error) {
    expect(error).toMatchObject({ field: "couponCode" });
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
}

describe("a coupon", () => {
  it("holds from its first moment until before its last", () => {
    expect(said({}, { now: at(-1) })).toBe("COUPON_INVALID: The coupon TENTH is not valid yet.");
    expect(said({}, { now: from })).toBe("applies");
    expect(said({}, { now: at(-1, until) })).toBe("applies");
    expect(said({}, { now: until })).toBe("COUPON_INVALID: The coupon TENTH has ended.");
    expect(said({ active: false })).toBe("COUPON_INVALID: The coupon TENTH has ended.");
  });

  it("holds for its own event and its own organizer's events alone", () => {
    const elsewhere = "COUPON_INVALID: The coupon TENTH is not for this event.";
    expect(said({ eventId: "e" })).toBe("applies");
    expect(said({ eventId: "another" })).toBe(elsewhere);
    expect(said({ organizerId: "o" })).toBe("applies");
    expect(said({ organizerId: "another" })).toBe(elsewhere);
    expect(said({ eventId: "e", organizerId: "another" })).toBe(elsewhere);
    expect(said({ eventId: "another", organizerId: "o" })).toBe(elsewhere);
  });

  it("holds from its least subtotal on", () => {
    expect(said({ minSubtotalPaise: 50_000 })).toBe("applies");
    expect(said({ minSubtotalPaise: 50_001 })).toBe(
      "COUPON_INVALID: The coupon TENTH needs tickets for at least ₹500.01 before tax.",
    );
  });

  it("holds while it has a use left", () => {
    expect(said({ usageLimit: 6 })).toBe("applies");
    expect(said({ usageLimit: 5 })).toBe("COUPON_EXHAUSTED: The coupon TENTH has been used up.");
  });

  it("takes off its share or its sum, up to its cap and the subtotal", () => {
    const off = (type: CouponTerms["type"], value: number, maxDiscountPaise: number | null = null) =>
      couponDiscount({ type, value, maxDiscountPaise }, 50_000);
    expect([
      off("PERCENTAGE", 1_000),
      off("PERCENTAGE", 1_000, 4_000),
      off("PERCENTAGE", 1_000, 6_000),
    ]).toEqual([5_000, 4_000, 5_000]);
    expect([off("FIXED", 700), off("FIXED", 60_000), off("FIXED", 700, 0), off("FIXED", -1)]).toEqual([
      700, 50_000, 0, 0,
    ]);
  });
});
