export const TIER_COUNT = 6;

export type Tier = {
  /** 0 to 5: the token --tier-1 to --tier-6. */
  index: number;
  /** Before tax; a tier may stand for a range where there are more prices than colours. */
  minPaise: number;
  maxPaise: number;
};

export type Tiers = { list: Tier[]; ofSection: Uint8Array };

/** Colours for prices, the dearest first; more than six prices share colours with their neighbours. */
export function priceTiers(prices: readonly number[]): Tiers {
  const distinct = [...new Set(prices)].sort((a, b) => b - a);
  const tierOf = (rank: number) =>
    distinct.length <= TIER_COUNT ? rank : Math.floor((rank * TIER_COUNT) / distinct.length);
  const list: Tier[] = [];
  for (const [rank, price] of distinct.entries()) {
    const index = tierOf(rank);
    const tier = list[index];
    if (tier) tier.minPaise = price;
    else list.push({ index, minPaise: price, maxPaise: price });
  }
  const ranks = new Map(distinct.map((price, rank) => [price, tierOf(rank)]));
  return { list, ofSection: Uint8Array.from(prices, (price) => ranks.get(price) ?? 0) };
}
