import { shareOf } from "./money";

/** GST on admission, in basis points (18 %). */
export const GST_BPS = 1_800;

/** What a seller who is not registered for GST adds to a price: nothing (CGST Act, section 32). */
export const NO_TAX_BPS = 0;

/** GST in paise on a taxable amount in paise, rounded half up, once. */
export function gstOn(taxablePaise: number, taxBps = GST_BPS): number {
  return shareOf(taxablePaise, taxBps);
}

/** What a buyer pays for a price before tax: the price shown on every screen, in paise. */
export function allIn(pricePaise: number, taxBps = GST_BPS): number {
  return pricePaise + gstOn(pricePaise, taxBps);
}

/**
 * What each of several prices before tax comes to all-in, so that they add up to the all-in price of their sum, in which
 * tax is rounded once: none is more than a paisa from its own.
 */
export function allInShares(pricesPaise: readonly number[], taxBps = GST_BPS): number[] {
  let before = 0;
  return pricesPaise.map((price) => {
    const share = allIn(before + price, taxBps) - allIn(before, taxBps);
    before += price;
    return share;
  });
}

/** The rate at which an order was taxed, by its sums in paise; of one that cost nothing, the usual one. */
export function rateOf({ subtotalPaise, discountPaise, taxPaise }: { subtotalPaise: number; discountPaise: number; taxPaise: number }): number {
  return taxPaise === 0 && subtotalPaise > discountPaise ? NO_TAX_BPS : GST_BPS;
}

/** The greatest price before tax whose all-in price is `allInPaise` or less. */
export function beforeTax(allInPaise: number): number {
  let price = Math.ceil((allInPaise * 10_000) / (10_000 + GST_BPS));
  while (price > 0 && allIn(price) > allInPaise) price--;
  return price;
}
