import { couponDiscount, type CouponTerms } from "./coupon";
import { shareOf, sumPaise } from "./money";
import { gstOn } from "./tax";

export type QuoteLine = {
  seatId: string;
  sectionId: string;
  section: string;
  row: string;
  seat: string;
  pricePaise: number;
};

export type Quote = {
  lines: QuoteLine[];
  subtotalPaise: number;
  discountPaise: number;
  taxPaise: number;
  totalPaise: number;
};

/** A section's seat price in paise: base price times its multiplier, rounded half up to a paisa. */
export function sectionPrice(basePricePaise: number, priceMultiplierBps: number): number {
  return shareOf(basePricePaise, priceMultiplierBps);
}

/**
 * Adds up seats, coupon and GST, all in paise. `subtotal - discount + tax = total`; tax is rounded once,
 * on the whole; the order of the seats does not matter.
 */
export function quote(
  lines: readonly QuoteLine[],
  coupon?: Pick<CouponTerms, "type" | "value" | "maxDiscountPaise"> | null,
): Quote {
  const subtotalPaise = sumPaise(lines.map((line) => line.pricePaise));
  const discountPaise = coupon ? couponDiscount(coupon, subtotalPaise) : 0;
  const taxPaise = gstOn(subtotalPaise - discountPaise);
  return { lines: [...lines], subtotalPaise, discountPaise, taxPaise, totalPaise: subtotalPaise - discountPaise + taxPaise };
}
