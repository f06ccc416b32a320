import { BOOKING_NUMBER_LENGTH, BOOKING_NUMBER_SIGNS, bookingNumberOf } from "../../../src/domain/booking-number";
import { policyOf, refundFor } from "../../../src/domain/cancellation";
import { quote } from "../../../src/domain/pricing";
import { seatId } from "../../../src/domain/seating/seat-id";
import type { MadeCoupon } from "./coupons";
import type { MadeEvent } from "./events";
import { bookPayment } from "./payments";
import type { Person } from "./people";
import type { Seeding } from "./seeding";
import { seatNamesOf } from "./seat-names";

/** CALLED_OFF: by the organizer, with the event. */
export type Outcome = "CONFIRMED" | "EXPIRED" | "CANCELLED" | "CALLED_OFF";

export type Sale = {
  event: MadeEvent;
  person: Person;
  /** Ordinals. */
  seats: number[];
  /** When the booking was made; it was paid a few minutes later. */
  at: Date;
  outcome: Outcome;
  /** Of a cancelled booking. */
  endedAt?: Date;
  coupon?: MadeCoupon | null;
};

/** Rows of all tables that know of a sale, collected to be inserted in bulk. */
export function createLedger() {
  return {
    Booking: [] as object[],
    BookingItem: [] as object[],
    Payment: [] as object[],
    Refund: [] as object[],
    CouponRedemption: [] as object[],
    SeatHold: [] as object[],
    SandboxRecord: [] as object[],
    /** Ids of the seats that are sold. */
    booked: [] as string[],
    /** Who sat in which event. */
    audience: new Map<string, Person[]>(),
  };
}
export type Ledger = ReturnType<typeof createLedger>;

const TTL_MS = 600_000;
const SEAT_LIMIT = 6;

/** Writes a sale into the ledger, priced and stored as the product would have. */
export function bookSale(
  seeding: Seeding,
  ledger: Ledger,
  sale: Sale,
): { id: string; bookingNumber: string } {
  const { random } = seeding;
  const { event, person, at, outcome, coupon = null } = sale;
  const id = random.uuid(at);
  const bookingNumber = bookingNumberOf(random.code(BOOKING_NUMBER_LENGTH, BOOKING_NUMBER_SIGNS));
  const names = seatNamesOf(event.venue.plan);
  const items = sale.seats.map((ordinal) => {
    const { section: position, row, seat } = names[ordinal]!;
    const { sectionId, name, pricePaise } = event.sections[position]!;
    return {
      seatId: seatId(event.serial, ordinal),
      sectionId,
      sectionName: name,
      rowLabel: row,
      seatLabel: seat,
      pricePaise,
    };
  });
  const { subtotalPaise, discountPaise, taxPaise, totalPaise } = quote(
    items.map((item) => ({ ...item, section: item.sectionName, row: item.rowLabel, seat: item.seatLabel })),
    coupon,
  );
  const paidAt = new Date(at.getTime() + random.whole(35, 280) * 1_000);
  const paid = outcome !== "EXPIRED";
  const policy = policyOf(event);
  const refundPaise =
    outcome === "CALLED_OFF"
      ? totalPaise
      : outcome === "CANCELLED"
        ? (refundFor(policy, totalPaise, sale.endedAt!, event.startsAt) ?? 0)
        : 0;

  ledger.Booking.push({
    id,
    bookingNumber,
    userId: person.id,
    eventId: event.id,
    status: outcome === "CALLED_OFF" ? "REFUNDED" : outcome,
    seatCount: items.length,
    subtotalPaise,
    discountPaise,
    taxPaise,
    totalPaise,
    couponId: coupon?.id ?? null,
    expiresAt: new Date(at.getTime() + TTL_MS),
    holdsUntil: new Date(at.getTime() + TTL_MS),
    policy,
    confirmedAt: paid ? paidAt : null,
    cancelledAt: sale.endedAt ?? null,
    cancelReason:
      outcome === "CANCELLED"
        ? "Cancelled by the buyer."
        : outcome === "CALLED_OFF"
          ? "The event will not take place."
          : null,
    createdAt: at,
  });
  for (const item of items) {
    ledger.BookingItem.push({
      id: random.uuid(at),
      bookingId: id,
      eventId: event.id,
      ...item,
      live: outcome === "CONFIRMED",
    });
  }
  if (coupon) {
    coupon.usedCount += 1;
    ledger.CouponRedemption.push({
      id: random.uuid(at),
      couponId: coupon.id,
      userId: person.id,
      bookingId: id,
      discountPaise,
      state: "USED",
      createdAt: at,
    });
  }
  if (paid) {
    ledger.SeatHold.push({
      userId: person.id,
      eventId: event.id,
      seatIds: [],
      seatsBought: outcome === "CONFIRMED" ? items.length : 0,
      seatLimit: SEAT_LIMIT,
      expiresAt: paidAt,
    });
  }
  bookPayment(seeding, ledger, { ...sale, bookingId: id, bookingNumber, totalPaise, refundPaise, paidAt });
  if (outcome === "CONFIRMED") {
    ledger.booked.push(...items.map((item) => item.seatId));
    ledger.audience.set(event.id, [...(ledger.audience.get(event.id) ?? []), person]);
  }
  return { id, bookingNumber };
}
