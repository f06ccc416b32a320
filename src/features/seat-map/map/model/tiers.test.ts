import { describe, expect, it } from "vitest";
import { priceTiers } from "./tiers";

const section = (pricePaise: number) => ({ pricePaise, rows: [] });

describe("priceTiers", () => {
  it("gives the dearest the first colour and equal prices the same", () => {
    const { list, ofSection } = priceTiers([500, 900, 500, 700].map(section));
    expect([...ofSection]).toEqual([2, 0, 2, 1]);
    expect(list.map((tier) => tier.minPaise)).toEqual([900, 700, 500]);
  });

  it("shares six colours among more prices, in order and none left out", () => {
    const prices = Array.from({ length: 17 }, (_, i) => 1_000 - i * 10);
    const { list, ofSection } = priceTiers(prices.map(section));
    expect(list).toHaveLength(6);
    expect([...ofSection]).toEqual([...ofSection].sort((a, b) => a - b));
    for (const [i, price] of prices.entries()) {
      const tier = list[ofSection[i]!]!;
      expect(price >= tier.minPaise && price <= tier.maxPaise).toBe(true);
    }
  });

  it("tells seats of one section apart by what they cost, and offers no price that only sold seats have", () => {
    const seat = (pricePaise?: number) => ({ id: "", ordinal: 0, label: "", x: 0, y: 0, flags: 0, ...(pricePaise && { pricePaise }) });
    const rows = [{ label: "A", seats: [seat(900), seat(), seat(400)] }];
    const { prices, ofSection, ofSeat } = priceTiers([{ pricePaise: 500, maxPricePaise: 900, rows }, section(700)]);
    expect(prices).toEqual([900, 700, 500]);
    expect([...ofSection]).toEqual([2, 1]);
    expect([...ofSeat!]).toEqual([0, 2, 2]);
  });
});
