const whole = new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR", maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR", minimumFractionDigits: 2 });

/** "₹1,50,000" or, with paise, "₹1,770.50": Indian grouping, no idle ".00". */
export function formatPaise(paise: number): string {
  return (paise % 100 === 0 ? whole : exact).format(paise / 100);
}

/**
 * `paise * bps / 10000`, rounded half up (away from zero for negatives never occurs: amounts are >= 0).
 * Integer arithmetic throughout: paise up to 9e11 at 10000 bps stay exact.
 */
export function shareOf(paise: number, bps: number): number {
  return Math.floor((paise * bps + 5_000) / 10_000);
}

/** Sum of paise. */
export function sumPaise(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
