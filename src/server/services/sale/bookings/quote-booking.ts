import { assertCouponApplies } from "~/domain/coupon";
import type { Actor } from "~/domain/permissions";
import { quote, type Quote } from "~/domain/pricing";
import type { Db } from "~/server/db/db";
import { findCoupon } from "~/server/services/sale/coupons/find-coupon";
import { guardGuessing } from "~/server/services/sale/coupons/guard-guessing";
import { quoteLines } from "~/server/services/sale/seats/quote-lines";
import { readSaleEvent, seatsOf } from "~/server/services/sale/seats/sale-event";

/**
 * What these seats cost this buyer, coupon and GST included, in paise. Promises nothing: prices are stored when
 * the booking is made, and the seats need not be held yet.
 * @throws AppError NOT_FOUND, COUPON_INVALID, COUPON_EXHAUSTED, RATE_LIMITED
 */
export async function quoteBooking(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  seatIds: readonly string[];
  couponCode?: string;
}): Promise<Quote> {
  const { db, actor } = input;
  const event = await readSaleEvent(db, input.eventId);
  const lines = await quoteLines(db, event, seatsOf(event, input.seatIds));
  const { couponCode: code } = input;
  if (!code) return quote(lines, null, event.taxBps);

  return guardGuessing({ db, actor, code }, async () => {
    const coupon = await findCoupon(db, { code, userId: actor.id, event });
    const subtotalPaise = quote(lines).subtotalPaise;
    assertCouponApplies(coupon, { event, subtotalPaise, now: event.now });
    return quote(lines, coupon, event.taxBps);
  });
}
