export type DemoCoupon = {
  code: string;
  type: "PERCENTAGE" | "FIXED";
  /** Basis points (PERCENTAGE) or paise (FIXED). */
  value: number;
  validDays: { from: number; until: number };
  usageLimit?: number;
  perBuyerLimit?: number;
  minSubtotalPaise?: number;
  maxDiscountPaise?: number;
  event?: string;
  organizer?: "demo" | "other";
  /** Share of the bookings it holds for that used it. */
  popularity: number;
};

/** Days are counted from the moment of seeding. */
export const coupons: DemoCoupon[] = [
  {
    code: "WELCOME10",
    type: "PERCENTAGE",
    value: 1_000,
    validDays: { from: -120, until: 180 },
    usageLimit: 5_000,
    perBuyerLimit: 1,
    maxDiscountPaise: 30_000,
    popularity: 0.07,
  },
  {
    code: "STAGE150",
    type: "FIXED",
    value: 15_000,
    validDays: { from: -30, until: 60 },
    usageLimit: 400,
    perBuyerLimit: 2,
    minSubtotalPaise: 100_000,
    organizer: "demo",
    popularity: 0.05,
  },
  {
    code: "NIGHTBUS",
    type: "PERCENTAGE",
    value: 1_500,
    validDays: { from: -34, until: 14 },
    usageLimit: 250,
    perBuyerLimit: 1,
    maxDiscountPaise: 90_000,
    event: "night-buses",
    organizer: "demo",
    popularity: 0.06,
  },
  {
    code: "FIRSTSHOW",
    type: "FIXED",
    value: 7_500,
    validDays: { from: -90, until: -10 },
    usageLimit: 500,
    minSubtotalPaise: 50_000,
    popularity: 0.08,
  },
];
