import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { couponDiscount } from "./coupon";
import { formatPaise, shareOf, sumPaise } from "./money";
import { LEAST_CHARGE_PAISE, quote, sectionPrice, type QuoteLine } from "./pricing";
import { allIn, allInShares, beforeTax, GST_BPS, gstOn } from "./tax";

const price = fc.integer({ min: 0, max: 10_000_000 });
const lines = fc
  .array(price, { minLength: 1, maxLength: 6 })
  .map((prices): QuoteLine[] =>
    prices.map((pricePaise, index) => ({ seatId: `s-${index}`, sectionId: "s", section: "Stalls", row: "A", seat: `${index}`, pricePaise })),
  );
const coupon = fc.oneof(
  fc.record({ type: fc.constant("PERCENTAGE" as const), value: fc.integer({ min: 1, max: 10_000 }), maxDiscountPaise: fc.option(price) }),
  fc.record({ type: fc.constant("FIXED" as const), value: fc.integer({ min: 1, max: 20_000_000 }), maxDiscountPaise: fc.option(price) }),
);

describe("a quote, whatever the seats and the coupon", () => {
  it("adds up: subtotal - discount + GST = total, and the lines are the subtotal", () => {
    fc.assert(
      fc.property(lines, fc.option(coupon), (seats, code) => {
        const sums = quote(seats, code);
        expect(sums.subtotalPaise).toBe(sumPaise(seats.map((line) => line.pricePaise)));
        expect(sums.totalPaise).toBe(sums.subtotalPaise - sums.discountPaise + sums.taxPaise);
        for (const paise of [sums.subtotalPaise, sums.discountPaise, sums.taxPaise, sums.totalPaise]) {
          expect(Number.isSafeInteger(paise) && paise >= 0).toBe(true);
        }
      }),
    );
  });

  it("does not depend on the order of the seats", () => {
    fc.assert(
      fc.property(lines, fc.option(coupon), (seats, code) => {
        const { lines: _, ...forth } = quote(seats, code);
        const { lines: __, ...back } = quote(seats.toReversed(), code);
        expect(back).toEqual(forth);
      }),
    );
  });

  it("rounds GST once: within half a paisa of 18 % of what is taxed", () => {
    fc.assert(
      fc.property(lines, fc.option(coupon), (seats, code) => {
        const { subtotalPaise, discountPaise, taxPaise } = quote(seats, code);
        expect(Math.abs(taxPaise * 10_000 - (subtotalPaise - discountPaise) * GST_BPS)).toBeLessThanOrEqual(5_000);
      }),
    );
  });

  it("never grows with a coupon, and never falls with a dearer seat", () => {
    fc.assert(
      fc.property(lines, coupon, price, (seats, code, more) => {
        const plain = quote(seats).totalPaise;
        expect(quote(seats, code).totalPaise).toBeLessThanOrEqual(plain);
        const dearer = seats.map((line, index) => (index === 0 ? { ...line, pricePaise: line.pricePaise + more } : line));
        expect(quote(dearer).totalPaise).toBeGreaterThanOrEqual(plain);
      }),
    );
  });

  it("asks for nothing, or for what a gateway takes: at least one rupee", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 150 }), (seats, left) => {
        const { subtotalPaise } = quote(seats);
        fc.pre(subtotalPaise > left);
        const { totalPaise } = quote(seats, { type: "FIXED", value: subtotalPaise - left, maxDiscountPaise: null });
        expect(totalPaise === 0 || totalPaise >= LEAST_CHARGE_PAISE).toBe(true);
      }),
    );
  });
});

describe("a quote of one seat", () => {
  const seat = (pricePaise: number): QuoteLine[] => [{ seatId: "s", sectionId: "s", section: "Stalls", row: "A", seat: "1", pricePaise }];

  it("takes nothing off without a coupon", () => {
    expect(quote(seat(50_000))).toEqual({ lines: seat(50_000), subtotalPaise: 50_000, discountPaise: 0, taxPaise: 9_000, totalPaise: 59_000 });
  });

  it("asks for a rupee, and for nothing rather than for a paisa less", () => {
    const left = (paise: number) => quote(seat(5_000), { type: "FIXED", value: 5_000 - paise, maxDiscountPaise: null });
    expect(left(85)).toMatchObject({ discountPaise: 4_915, taxPaise: 15, totalPaise: 100 });
    expect(left(84)).toMatchObject({ discountPaise: 5_000, taxPaise: 0, totalPaise: 0 });
  });
});

describe("a price that includes tax", () => {
  it("is the price and 18 %", () => {
    expect([allIn(50_000), allIn(1), allIn(1_000_000)]).toEqual([59_000, 1, 1_180_000]);
  });

  it("adds up over parts to that of the whole, each within a paisa of its own", () => {
    fc.assert(
      fc.property(fc.array(price, { maxLength: 8 }), (prices) => {
        const shares = allInShares(prices);
        expect(sumPaise(shares)).toBe(allIn(sumPaise(prices)));
        shares.forEach((share, index) => expect(Math.abs(share - allIn(prices[index]!))).toBeLessThanOrEqual(1));
      }),
    );
  });

  it("comes from the greatest price that stays within it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (paise) => {
        const price = beforeTax(paise);
        expect(allIn(price)).toBeLessThanOrEqual(paise);
        expect(allIn(price + 1)).toBeGreaterThan(paise);
      }),
      { examples: [[0], [1], [2], [10], [11], [1_999_999_999]] },
    );
  });
});

describe("rupees in words", () => {
  it("are grouped as in India, with paise only where there are some", () => {
    expect([formatPaise(15_000_000), formatPaise(177_050), formatPaise(0), formatPaise(1)]).toEqual(["₹1,50,000", "₹1,770.50", "₹0", "₹0.01"]);
  });
});

describe("a discount", () => {
  it("is never negative, never over the subtotal, over 100 % or over its cap", () => {
    fc.assert(
      fc.property(coupon, price, (code, subtotal) => {
        const discount = couponDiscount(code, subtotal);
        expect(discount).toBeGreaterThanOrEqual(0);
        expect(discount).toBeLessThanOrEqual(Math.min(subtotal, code.maxDiscountPaise ?? subtotal));
      }),
    );
  });
});

describe("a share", () => {
  it("is exact in integers: within half a unit, whole at 100 %, nothing at 0 %", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (paise, bps) => {
        const share = shareOf(paise, bps);
        const exact = (BigInt(paise) * BigInt(bps) + 5_000n) / 10_000n;
        expect(BigInt(share)).toBe(exact);
        expect(shareOf(paise, 10_000)).toBe(paise);
        expect(shareOf(paise, 0)).toBe(0);
      }),
    );
  });

  it("prices sections and taxes half up", () => {
    expect([sectionPrice(333, 15_000), sectionPrice(50_001, 12_500), gstOn(25), gstOn(1_000)]).toEqual([500, 62_501, 5, 180]);
    expect([shareOf(4_999, 1), shareOf(5_000, 1), gstOn(1_000_000)]).toEqual([0, 1, 180_000]);
  });
});
