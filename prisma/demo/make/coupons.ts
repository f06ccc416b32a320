import { assertCouponApplies, type CouponTerms } from "../../../src/domain/coupon";
import { AppError } from "../../../src/domain/errors";
import { coupons } from "../coupons";
import type { DemoCoupon } from "../coupons";
import type { MadeEvent } from "./events";
import type { People } from "./people";
import type { Seeding } from "./seeding";
import { DAY_MS } from "./when";

export type MadeCoupon = CouponTerms & {
  id: string;
  perBuyerLimit: number | null;
  popularity: number;
  createdAt: Date;
  /** Who has used it, and how often. */
  usesBy: Map<string, number>;
};

/** The coupons, none of them used yet; their rows are inserted when the sales have counted the uses. */
export function makeCoupons({ now, random }: Seeding, people: People, events: MadeEvent[]): MadeCoupon[] {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS);
  return coupons.map((demo: DemoCoupon) => ({
    id: random.uuid(day(demo.validDays.from)),
    code: demo.code,
    type: demo.type,
    value: demo.value,
    active: true,
    validFrom: day(demo.validDays.from),
    validUntil: day(demo.validDays.until),
    usageLimit: demo.usageLimit ?? null,
    usedCount: 0,
    perBuyerLimit: demo.perBuyerLimit ?? null,
    minSubtotalPaise: demo.minSubtotalPaise ?? null,
    maxDiscountPaise: demo.maxDiscountPaise ?? null,
    eventId: demo.event ? events.find((event) => event.demo.key === demo.event)!.id : null,
    organizerId: demo.organizer ? people.named[demo.organizer]!.id : null,
    popularity: demo.popularity,
    createdAt: day(demo.validDays.from),
    usesBy: new Map(),
  }));
}

/** The coupon with which this person buys, where they have one that holds; marks it as used by them. */
export function chooseCoupon(
  { random }: Seeding,
  coupons: MadeCoupon[],
  buying: { event: { id: string; organizerId: string }; userId: string; subtotalPaise: number; at: Date },
): MadeCoupon | null {
  const coupon = coupons.find((candidate) => random.next() < candidate.popularity);
  const uses = coupon?.usesBy.get(buying.userId) ?? 0;
  if (!coupon || uses >= (coupon.perBuyerLimit ?? Infinity)) return null;
  try {
    assertCouponApplies(coupon, { ...buying, now: buying.at });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
  coupon.usesBy.set(buying.userId, uses + 1);
  return coupon;
}

/** As Coupon rows. */
export function couponRows(made: MadeCoupon[]): object[] {
  return made.map(({ popularity: _popularity, usesBy: _usesBy, ...row }) => row);
}
