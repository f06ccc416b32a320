import { formatPaise } from "~/domain/money";
import { homeZone, instantOf, localTime } from "~/lib/calendar";
import { formatBps } from "~/lib/percent";
import type { CouponForm } from "~/schemas/coupon-form";
import type { RouterOutputs } from "~/trpc/react";

export type Coupon = RouterOutputs["coupon"]["list"]["items"][number];

const typed = (number: number | null, per = 1) => (number === null ? "" : String(number / per));
const whole = (text: string, per = 1) => (text === "" ? null : Math.round(Number(text) * per));

/** A form for a new coupon, good for a month. */
export function newCoupon(now = new Date()): CouponForm {
  return {
    code: "",
    type: "PERCENTAGE",
    value: "10",
    validFrom: localTime(now, homeZone),
    validUntil: localTime(new Date(now.getTime() + 30 * 86_400_000), homeZone),
    usageLimit: "100",
    perBuyerLimit: "1",
    minSubtotalPaise: "",
    maxDiscountPaise: "",
    eventId: "",
  };
}

/** A coupon as its form shows it. */
export function valuesOf(coupon: Coupon): CouponForm {
  return {
    code: coupon.code,
    type: coupon.type,
    value: String(coupon.value / 100),
    validFrom: localTime(coupon.validFrom, homeZone),
    validUntil: localTime(coupon.validUntil, homeZone),
    usageLimit: typed(coupon.usageLimit),
    perBuyerLimit: typed(coupon.perBuyerLimit),
    minSubtotalPaise: typed(coupon.minSubtotalPaise, 100),
    maxDiscountPaise: typed(coupon.maxDiscountPaise, 100),
    eventId: coupon.event?.id ?? "",
  };
}

/** What may be changed of a coupon, as the API takes it. A percent is 100 basis points, a rupee 100 paise. */
export function termsOf(values: CouponForm) {
  return {
    value: Math.round(Number(values.value) * 100),
    validFrom: instantOf(values.validFrom, homeZone) ?? new Date(Number.NaN),
    validUntil: instantOf(values.validUntil, homeZone) ?? new Date(Number.NaN),
    usageLimit: whole(values.usageLimit),
    perBuyerLimit: whole(values.perBuyerLimit),
    minSubtotalPaise: whole(values.minSubtotalPaise, 100),
    maxDiscountPaise: whole(values.maxDiscountPaise, 100),
  };
}

/** "10% off" or "₹200 off". */
export function offWords({ type, value }: Pick<Coupon, "type" | "value">): string {
  return `${type === "PERCENTAGE" ? formatBps(value) : formatPaise(value)} off`;
}

/** Where a coupon stands at `now`. */
export function stateOf(
  coupon: Coupon,
  now: Date,
): { word: string; tone: "success" | "neutral" | "warning" } {
  if (!coupon.active) return { word: "Switched off", tone: "neutral" };
  if (coupon.validUntil <= now) return { word: "Over", tone: "neutral" };
  if (coupon.usageLimit !== null && coupon.usedCount >= coupon.usageLimit)
    return { word: "Used up", tone: "warning" };
  if (coupon.validFrom > now) return { word: "Not yet", tone: "warning" };
  return { word: "Valid", tone: "success" };
}
