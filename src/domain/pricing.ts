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

/** The least a gateway takes, in paise (Razorpay, "Create an order"). */
export const LEAST_CHARGE_PAISE = 100;

/**
 * Adds up seats, coupon and GST, all in paise. `subtotal - discount + tax = total`; tax is rounded once,
 * on the whole; the order of the seats does not matter. Where a coupon leaves less than a gateway takes, it takes
 * that off too, whatever its cap: nobody could pay it.
 * @param taxBps the event's rate of GST; left out, the usual one
 */
export function quote(
  lines: readonly QuoteLine[],
  coupon?: Pick<CouponTerms, "type" | "value" | "maxDiscountPaise"> | null,
  taxBps?: number,
): Quote {
  const subtotalPaise = sumPaise(lines.map((line) => line.pricePaise));
  const totals = (discountPaise: number) => {
    const taxPaise = gstOn(subtotalPaise - discountPaise, taxBps);
    return { lines: [...lines], subtotalPaise, discountPaise, taxPaise, totalPaise: subtotalPaise - discountPaise + taxPaise };
  };
  if (!coupon) return totals(0);
  const discounted = totals(couponDiscount(coupon, subtotalPaise));
  return discounted.totalPaise < LEAST_CHARGE_PAISE ? totals(subtotalPaise) : discounted;
}
