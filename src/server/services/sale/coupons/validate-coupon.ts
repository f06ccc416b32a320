import { assertCouponApplies, couponDiscount } from "~/domain/coupon";
import type { Actor } from "~/domain/permissions";
import { quote } from "~/domain/pricing";
import type { Db } from "~/server/db/db";
import { quoteLines } from "~/server/services/sale/seats/quote-lines";
import { readSaleEvent, seatsOf } from "~/server/services/sale/seats/sale-event";
import { findCoupon } from "./find-coupon";
import { guardGuessing } from "./guard-guessing";

type Request = { db: Db; actor: Actor; code: string; eventId: string; seatIds?: string[] };

/**
 * Whether a coupon would hold for this buyer, event and, where given, seats; it promises nothing.
 * @returns what it takes off, in paise, where the seats are known
 * @throws AppError COUPON_INVALID, COUPON_EXHAUSTED, RATE_LIMITED, NOT_FOUND
 */
export async function validateCoupon({ db, actor, code, eventId, seatIds }: Request) {
  return guardGuessing({ db, actor, code }, async () => {
    const event = await readSaleEvent(db, eventId);
    const coupon = await findCoupon(db, { code, userId: actor.id, event });
    const lines = seatIds?.length ? await quoteLines(db, event, seatsOf(event, seatIds)) : null;
    const subtotalPaise = lines ? quote(lines).subtotalPaise : null;
    assertCouponApplies(coupon, { event, subtotalPaise: subtotalPaise ?? coupon.minSubtotalPaise ?? 0, now: event.now });
    const { type, value, minSubtotalPaise, maxDiscountPaise, validUntil } = coupon;
    const discountPaise = subtotalPaise === null ? null : couponDiscount(coupon, subtotalPaise);
    return { code, type, value, minSubtotalPaise, maxDiscountPaise, validUntil, discountPaise };
  });
}
