import { customAlphabet } from "nanoid";
import { BOOKING_NUMBER_LENGTH, BOOKING_NUMBER_SIGNS, bookingNumberOf } from "~/domain/booking-number";
import { policyOf } from "~/domain/cancellation";
import { AppError, busy, notFound } from "~/domain/errors";
import { assertBookable } from "~/domain/event-state";
import type { Actor } from "~/domain/permissions";
import { quote } from "~/domain/pricing";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { uniqueViolation } from "~/server/db/errors";
import { callOnce } from "~/server/db/one-trip";
import { Refusal } from "~/server/db/refusal";
import { guardGuessing } from "~/server/services/sale/coupons/guard-guessing";
import { reservable } from "~/server/services/sale/coupons/reservable";
import { keeping } from "~/server/services/sale/seats/write-seats";
import { seatsOf, type SaleEvent } from "~/server/services/sale/seats/sale-event";
import { paymentUnderWay } from "./end-pending";
import { readForBooking, type BookingReading, type KnownBooking, type WantedSeat } from "./read-for-booking";
import { reclaimUses } from "./reclaim-uses";
import { sameRequest } from "./same-request";

const numberSigns = customAlphabet(BOOKING_NUMBER_SIGNS, BOOKING_NUMBER_LENGTH);

/** Readings that may be overtaken before the buyer is told that too much goes on. */
const READINGS = 6;

export type CreatedBooking = {
  bookingId: string;
  bookingNumber: string;
  status: "PENDING" | "CONFIRMED" | "CANCELLED" | "EXPIRED" | "REFUNDED";
  /** What the countdown shows (UTC). */
  expiresAt: Date;
  subtotalPaise: number;
  discountPaise: number;
  taxPaise: number;
  totalPaise: number;
};

type Request = {
  actor: Actor;
  eventId: string;
  seatIds: readonly string[];
  couponCode?: string;
  idempotencyKey?: string;
};

/**
 * Makes a PENDING booking of seats the buyer holds, at the prices stored on them. Sent twice (same key, or same
 * seats and coupon while the first waits for its payment) it gives one booking and one answer. Other seats or
 * another coupon replace the former booking, which hands on what is left of its time.
 *
 * One trip reads, the rules decide here, one trip writes and looks again at what they rested on; where that has changed
 * it is read again.
 * @throws AppError NOT_FOUND, NOT_ON_SALE, HOLD_EXPIRED, COUPON_INVALID, COUPON_EXHAUSTED, RATE_LIMITED, INVALID_TRANSITION, BUSY
 */
export async function createBooking({ db, ...request }: Request & { db: Db }): Promise<CreatedBooking> {
  const { actor, couponCode: code } = request;
  return guardGuessing({ db, actor, code }, async () => {
    for (let reading = 0; reading < READINGS; reading++) {
      const created = await attempt(db, request);
      if (created) return created;
    }
    throw busy("what a booking rests on kept changing");
  });
}

/** One reading and one writing; null where they do not agree. */
async function attempt(db: Db, request: Request): Promise<CreatedBooking | null> {
  const { actor, eventId, couponCode, idempotencyKey } = request;
  const wanted = [...new Set(request.seatIds)].sort();
  const reading = await readForBooking(db, { userId: actor.id, eventId, seatIds: wanted, couponCode, idempotencyKey });
  const { event } = reading;
  if (!event) throw notFound("event");
  const seats = seatsOf(event, wanted);
  const repeat = sameRequest(reading.known, { eventId, seats, couponCode, idempotencyKey });
  if (repeat) return view(repeat);
  assertBookable(event, event.now);
  assertHeld(seats, reading.seats);

  const { coupon, ...sums } = price(reading, event, request);
  if (coupon && coupon.staleUses > 0) await reclaimUses(db, { couponId: coupon.id });
  const booking = { id: crypto.randomUUID(), number: bookingNumberOf(numberSigns()), key: idempotencyKey ?? null, ...sums };
  try {
    const [{ expiresAt }] = (await callOnce<{ expiresAt: Date }>(db, {
      name: "create_booking",
      text: `SELECT create_booking($1::jsonb) AS "expiresAt"`,
      values: [JSON.stringify({ ...booking, ...premises(event), userId: actor.id, seatIds: seats, pending: reading.pending, coupon, ttlSeconds: env.BOOKING_TTL, keep: keeping() })],
    })) as [{ expiresAt: Date }];
    return { bookingId: booking.id, bookingNumber: booking.number, status: "PENDING", expiresAt, ...sums };
  } catch (error) {
    if (error instanceof Refusal && error.outcome === "PAYING") throw paymentUnderWay();
    if (error instanceof Refusal && error.outcome === "EXPIRED") {
      throw new AppError("HOLD_EXPIRED", "The time for these seats has run out. Please choose again.", { facts: { lost: seats } });
    }
    // Two equal requests at the same moment: the second reads the first one's row.
    if (error instanceof Refusal || uniqueViolation(error)) return null;
    throw error;
  }
}

/** @throws AppError HOLD_EXPIRED where the buyer does not hold all of them */
function assertHeld(wanted: string[], seats: readonly WantedSeat[]): void {
  const held = new Set(seats.filter((seat) => seat.held).map((seat) => seat.seatId));
  const lost = wanted.filter((id) => !held.has(id));
  if (lost.length === 0) return;
  throw new AppError("HOLD_EXPIRED", "Your hold on these seats has run out. Please choose again.", { facts: { lost } });
}

function price({ seats, coupon: read }: BookingReading, event: SaleEvent, { couponCode }: Request) {
  const { subtotalPaise: beforePaise } = quote(seats);
  const coupon = couponCode ? reservable(read, { code: couponCode, event, subtotalPaise: beforePaise, now: event.now }) : null;
  const { subtotalPaise, discountPaise, taxPaise, totalPaise } = quote(seats, coupon, event.taxBps);
  return { coupon, subtotalPaise, discountPaise, taxPaise, totalPaise };
}

/** What of the event the booking's terms rest on. */
function premises(event: SaleEvent) {
  const { id: eventId, startsAt, cancelUntilHours, cancelRefundBps } = event;
  return { eventId, startsAt, cancelUntilHours, cancelRefundBps, policy: policyOf(event) };
}

function view({ id, bookingNumber, status, expiresAt, subtotalPaise, discountPaise, taxPaise, totalPaise }: KnownBooking): CreatedBooking {
  return { bookingId: id, bookingNumber, status, expiresAt, subtotalPaise, discountPaise, taxPaise, totalPaise };
}
