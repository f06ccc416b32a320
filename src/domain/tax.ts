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

/** The greatest price before tax whose all-in price is `allInPaise` or less. */
export function beforeTax(allInPaise: number): number {
  let price = Math.ceil((allInPaise * 10_000) / (10_000 + GST_BPS));
  while (price > 0 && allIn(price) > allInPaise) price--;
  return price;
}
