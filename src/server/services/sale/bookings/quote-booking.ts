import { assertCouponApplies } from "~/domain/coupon";
import type { Actor } from "~/domain/permissions";
import { quote, type Quote, type QuoteLine } from "~/domain/pricing";
import type { Db, Tx } from "~/server/db/db";
import { findCoupon } from "~/server/services/sale/coupons/find-coupon";
import { guardGuessing } from "~/server/services/sale/coupons/guard-guessing";
import { notAtThisEvent, readSaleEvent, seatsOf, type SaleEvent } from "~/server/services/sale/seats/sale-event";

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
  if (!code) return quote(lines);

  return guardGuessing({ db, actor, code }, async () => {
    const coupon = await findCoupon(db, { code, userId: actor.id });
    const subtotalPaise = quote(lines).subtotalPaise;
    assertCouponApplies(coupon, { event, subtotalPaise, now: event.now });
    return quote(lines, coupon);
  });
}

/**
 * The seats as lines of a quote, in the plan's order, at the prices stored on them.
 * @throws AppError NOT_FOUND where one does not exist
 */
export async function quoteLines(db: Db | Tx, event: SaleEvent, seatIds: readonly string[]): Promise<QuoteLine[]> {
  // One after the other: a transaction has one connection.
  const seats = await db.seat.findMany({
    where: { id: { in: [...seatIds] }, eventId: event.id },
    orderBy: { ordinal: "asc" },
    select: { id: true, sectionId: true, rowLabel: true, seatLabel: true, pricePaise: true },
  });
  const sections = await db.eventSection.findMany({
    where: { eventId: event.id },
    select: { sectionId: true, name: true },
  });
  if (seats.length !== seatIds.length) {
    throw notAtThisEvent();
  }
  const names = new Map(sections.map((section) => [section.sectionId, section.name]));
  return seats.map((seat) => ({
    seatId: seat.id,
    sectionId: seat.sectionId,
    section: names.get(seat.sectionId) ?? "",
    row: seat.rowLabel,
    seat: seat.seatLabel,
    pricePaise: seat.pricePaise,
  }));
}
