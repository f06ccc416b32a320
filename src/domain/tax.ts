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
