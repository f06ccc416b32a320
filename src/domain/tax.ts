import { shareOf } from "./money";

/** GST on admission, in basis points (18 %). */
export const GST_BPS = 1_800;

/** GST in paise on a taxable amount in paise, rounded half up, once. */
export function gstOn(taxablePaise: number): number {
  return shareOf(taxablePaise, GST_BPS);
}

/** What a buyer pays for a price before tax: the price shown on every screen, in paise. */
export function allIn(pricePaise: number): number {
  return pricePaise + gstOn(pricePaise);
}

/**
 * What each of several prices before tax comes to all-in, so that they add up to the all-in price of their sum, in which
 * tax is rounded once: none is more than a paisa from its own.
 */
export function allInShares(pricesPaise: readonly number[]): number[] {
  let before = 0;
  return pricesPaise.map((price) => {
    const share = allIn(before + price) - allIn(before);
    before += price;
    return share;
  });
}

/** The greatest price before tax whose all-in price is `allInPaise` or less. */
export function beforeTax(allInPaise: number): number {
  let price = Math.ceil((allInPaise * 10_000) / (10_000 + GST_BPS));
  while (price > 0 && allIn(price) > allInPaise) price--;
  return price;
}
