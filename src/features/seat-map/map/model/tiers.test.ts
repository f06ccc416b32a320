import { describe, expect, it } from "vitest";
import { priceTiers } from "./tiers";

describe("priceTiers", () => {
  it("gives the dearest the first colour and equal prices the same", () => {
    const { list, ofSection } = priceTiers([500, 900, 500, 700]);
    expect([...ofSection]).toEqual([2, 0, 2, 1]);
    expect(list.map((tier) => tier.minPaise)).toEqual([900, 700, 500]);
  });

  it("shares six colours among more prices, in order and none left out", () => {
    const prices = Array.from({ length: 17 }, (_, i) => 1_000 - i * 10);
    const { list, ofSection } = priceTiers(prices);
    expect(list).toHaveLength(6);
    expect([...ofSection]).toEqual([...ofSection].sort((a, b) => a - b));
    for (const [i, price] of prices.entries()) {
      const tier = list[ofSection[i]!]!;
      expect(price >= tier.minPaise && price <= tier.maxPaise).toBe(true);
    }
  });
});
