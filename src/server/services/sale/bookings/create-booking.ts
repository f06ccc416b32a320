import { customAlphabet } from "nanoid";
import { BOOKING_NUMBER_LENGTH, BOOKING_NUMBER_SIGNS, bookingNumberOf } from "~/domain/booking-number";
import { policyOf } from "~/domain/cancellation";
import { AppError } from "~/domain/errors";
import { assertBookable } from "~/domain/event-state";
import type { Actor } from "~/domain/permissions";
import { quote } from "~/domain/pricing";
import { env } from "~/env";
import type { Db, Tx } from "~/server/db/db";
import { uniqueViolation } from "~/server/db/errors";
import { guardGuessing } from "~/server/services/sale/coupons/guard-guessing";
import { reserveCoupon } from "~/server/services/sale/coupons/reserve-coupon";
import { standingTransaction, type LockedStanding } from "~/server/services/sale/money/booking-transaction";
import { readSaleEvent, seatsOf, type SaleEvent } from "~/server/services/sale/seats/sale-event";
import { endPendingBookings } from "./end-pending";
import { quoteLines } from "./quote-booking";
import { sameRequest } from "./same-request";

const numberSigns = customAlphabet(BOOKING_NUMBER_SIGNS, BOOKING_NUMBER_LENGTH);

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
 * @throws AppError NOT_FOUND, NOT_ON_SALE, HOLD_EXPIRED, COUPON_INVALID, COUPON_EXHAUSTED, RATE_LIMITED, INVALID_TRANSITION, BUSY
 */
export async function createBooking({ db, ...request }: Request & { db: Db }): Promise<CreatedBooking> {
  const event = await readSaleEvent(db, request.eventId);
  const seats = seatsOf(event, request.seatIds);
  const { actor, couponCode } = request;
  const create = () =>
    guardGuessing({ db, actor, code: couponCode }, () =>
      standingTransaction(db, { userId: actor.id, eventId: event.id }, (tx, standing) => createInside(tx, standing, event, seats, request)),
    );
  try {
    return await create();
  } catch (error) {
    // Two equal requests at the same moment: the second finds the first one's row.
    if (uniqueViolation(error) && request.idempotencyKey) return create();
    throw error;
  }
}

async function createInside(
  tx: Tx,
  standing: LockedStanding | null,
  event: SaleEvent,
  seats: string[],
  request: Request,
): Promise<CreatedBooking> {
  const { actor, couponCode, idempotencyKey } = request;
  const repeat = await sameRequest({ tx, userId: actor.id, eventId: event.id, seats, couponCode, idempotencyKey });
  if (repeat) return view(repeat);
  assertBookable(event, standing?.now ?? event.now);

  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Seat" WHERE id = ANY (${seats}::text[])
       AND status = 'HELD' AND "heldBy" = ${actor.id} AND "heldUntil" > now() ORDER BY id FOR UPDATE`;
  if (!standing || held.length < seats.length) {
    const kept = new Set(held.map((seat) => seat.id));
    throw new AppError("HOLD_EXPIRED", "Your hold on these seats has run out. Please choose again.", {
      facts: { lost: seats.filter((id) => !kept.has(id)) },
    });
  }

  const replaced = await endPendingBookings({
    tx, userId: actor.id, eventId: event.id, seatIds: seats, reason: "replaced by a new booking",
  });
  const fresh = standing.now.getTime() + env.BOOKING_TTL * 1_000;
  const expiresAt = new Date(Math.min(fresh, ...replaced.map((booking) => booking.expiresAt.getTime())));
  if (expiresAt <= standing.now) {
    throw new AppError("HOLD_EXPIRED", "The time for these seats has run out. Please choose again.", {
      facts: { lost: seats },
    });
  }
  const lines = await quoteLines(tx, event, seats);
  const subtotalPaise = quote(lines).subtotalPaise;
  const coupon = couponCode
    ? await reserveCoupon(tx, { code: couponCode, userId: actor.id, event, subtotalPaise, now: standing.now })
    : null;
  const { discountPaise, taxPaise, totalPaise } = quote(lines, coupon);

  const booking = await tx.booking.create({
    data: {
      bookingNumber: bookingNumberOf(numberSigns()),
      userId: actor.id,
      eventId: event.id,
      seatCount: seats.length,
      subtotalPaise, discountPaise, taxPaise, totalPaise,
      couponId: coupon?.id ?? null,
      idempotencyKey: idempotencyKey ?? null,
      expiresAt,
      holdsUntil: expiresAt,
      policy: policyOf(event),
      items: {
        create: lines.map((line) => ({
          eventId: event.id, seatId: line.seatId, sectionId: line.sectionId, sectionName: line.section,
          rowLabel: line.row, seatLabel: line.seat, pricePaise: line.pricePaise,
        })),
      },
      ...(coupon && { redemption: { create: { couponId: coupon.id, userId: actor.id, discountPaise } } }),
    },
  });
  await tx.$executeRaw`
    UPDATE "Seat" SET "heldUntil" = ${expiresAt}, version = version + 1 WHERE id = ANY (${seats}::text[])`;
  return view(booking);
}

function view(booking: Omit<CreatedBooking, "bookingId"> & { id: string }): CreatedBooking {
  const { id, bookingNumber, status, expiresAt, subtotalPaise, discountPaise, taxPaise, totalPaise } = booking;
  return { bookingId: id, bookingNumber, status, expiresAt, subtotalPaise, discountPaise, taxPaise, totalPaise };
}
