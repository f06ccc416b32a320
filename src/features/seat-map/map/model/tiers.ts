import { priceOfSeat, type LayoutSeat, type LayoutSection } from "~/domain/seating/seat-layout";

export const TIER_COUNT = 6;

export type Tier = {
  /** 0 to 5: the token --tier-1 to --tier-6. */
  index: number;
  /** Before tax; a tier may stand for a range where there are more prices than colours. */
  minPaise: number;
  maxPaise: number;
};

type Priced = Pick<LayoutSection, "pricePaise" | "maxPricePaise"> & { rows: readonly { seats: readonly Pick<LayoutSeat, "pricePaise">[] }[] };

export type Tiers = {
  list: Tier[];
  /** Every price there is, the dearest first. */
  prices: number[];
  /** By the cheapest seat of each section. */
  ofSection: Uint8Array;
  /** By ordinal; null where seats of one section all cost the same. */
  ofSeat: Uint8Array | null;
};

/** Colours for prices, the dearest first; more than six prices share colours with their neighbours. */
export function priceTiers(sections: readonly Priced[]): Tiers {
  const mixed = sections.some((section) => section.maxPricePaise !== undefined);
  const prices = pricesOf(sections, mixed).sort((a, b) => b - a);
  const tierOf = (rank: number) =>
    prices.length <= TIER_COUNT ? rank : Math.floor((rank * TIER_COUNT) / prices.length);
  const list: Tier[] = [];
  for (const [rank, price] of prices.entries()) {
    const index = tierOf(rank);
    const tier = list[index];
    if (tier) tier.minPaise = price;
    else list.push({ index, minPaise: price, maxPaise: price });
  }
  const ranks = new Map(prices.map((price, rank) => [price, tierOf(rank)]));
  return {
    list,
    prices,
    ofSection: Uint8Array.from(sections, ({ pricePaise }) => ranks.get(pricePaise) ?? 0),
    ofSeat: mixed ? tiersOfSeats(sections, ranks) : null,
  };
}

/** What was sold at a price that is no more stands outside its section's range: it is no price to choose. */
function pricesOf(sections: readonly Priced[], mixed: boolean): number[] {
  const prices = new Set(sections.map((section) => section.pricePaise));
  if (mixed)
    for (const { rows, pricePaise: from, maxPricePaise: to = from } of sections)
      for (const { seats } of rows) for (const { pricePaise } of seats) if (pricePaise !== undefined && pricePaise > from && pricePaise <= to) prices.add(pricePaise);
  return [...prices];
}

function tiersOfSeats(sections: readonly Priced[], ranks: ReadonlyMap<number, number>): Uint8Array {
  const tiers: number[] = [];
  for (const section of sections)
    for (const { seats } of section.rows) for (const seat of seats) tiers.push(ranks.get(priceOfSeat(section, seat)) ?? ranks.get(section.pricePaise) ?? 0);
  return Uint8Array.from(tiers);
}
