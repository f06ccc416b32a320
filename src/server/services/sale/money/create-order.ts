import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { graceMs } from "~/domain/settlement";
import { env } from "~/env";
import type { PaymentMethod } from "~/generated/prisma/client";
import type { Db, Tx } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { holdForPayment } from "~/server/services/sale/seats/write-seats";
import { bookingTransaction } from "./booking-transaction";
import { gatewayAway } from "./away";
import type { LockedBooking } from "~/server/services/sale/locks";
import { prepareQuickly, recordQuickly, type Prepared } from "./order-quickly";

export type PaymentOrder = {
  gateway: "sandbox" | "razorpay";
  /** What the gateway's checkout in the browser needs. */
  keyId: string;
  orderId: string;
  amountPaise: number;
  currency: "INR";
};

type Request = { db: Db; gateway: PaymentGateway; actor: Actor; bookingId: string; method: "card" | "upi" | "netbanking" };

/** The order id of a booking that costs nothing: no gateway knows it, `booking.confirm` does. */
export function freeOrderId(bookingId: string): string {
  return `free_${bookingId}`;
}

/**
 * The gateway order of a PENDING booking in time; asked again, with whatever method, it is the same order. From
 * here on the seats stay held for the hidden grace (30 % of the time to pay, at most 3 minutes) after the countdown.
 * @throws AppError NOT_FOUND, BOOKING_EXPIRED, INVALID_TRANSITION, UNAVAILABLE, BUSY
 */
export async function createOrder({ db, gateway, actor, bookingId, method }: Request): Promise<PaymentOrder> {
  const paymentMethod = method.toUpperCase() as PaymentMethod;
  const prepared =
    (await prepareQuickly(db, { bookingId, userId: actor.id, method: paymentMethod })) ??
    (await bookingTransaction(db, bookingId, (tx, locked) => prepare(tx, locked, actor, paymentMethod)));
  const { bookingNumber, totalPaise: amountPaise, orderId: known } = prepared;
  const answer = (orderId: string): PaymentOrder => ({ gateway: gateway.name, keyId: gateway.keyId, orderId, amountPaise, currency: "INR" });
  if (amountPaise === 0) return answer(freeOrderId(bookingId));
  if (known) return answer(known);

  const { orderId } = await gateway.createOrder({ receipt: bookingNumber, amountPaise, notes: { bookingId } }).catch(gatewayAway);
  const written = await recordQuickly(db, { bookingId, orderId, gateway: gateway.name, method: paymentMethod });
  return answer(written ?? (await bookingTransaction(db, bookingId, (tx, locked) => record(tx, locked, orderId, gateway.name, paymentMethod))));
}

async function prepare(tx: Tx, booking: LockedBooking | null, actor: Actor, method: PaymentMethod): Promise<Prepared> {
  if (!booking || booking.userId !== actor.id) throw notFound("booking");
  assertPayable(booking);
  const { id: bookingId } = booking;
  const holdsUntil = new Date(booking.expiresAt.getTime() + graceMs(env.BOOKING_TTL));
  const held = await holdForPayment(tx, { userId: actor.id, eventId: booking.eventId }, booking.seatIds, holdsUntil);
  if (held < booking.seatIds.length) throw expired();
  await tx.booking.update({ where: { id: bookingId }, data: { holdsUntil, askedMethod: method } });
  await tx.payment.updateMany({ where: { bookingId, gatewayPaymentId: null }, data: { method } });
  const known = await tx.payment.findFirst({ where: { bookingId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { orderId: true } });
  const { bookingNumber, totalPaise } = booking;
  return { bookingNumber, totalPaise, orderId: known?.orderId ?? null };
}

/** Two tabs may have asked the gateway at once: the first order written down is the booking's order. */
async function record(tx: Tx, booking: LockedBooking | null, orderId: string, gateway: string, method: PaymentMethod): Promise<string> {
  if (!booking) throw notFound("booking");
  // While the gateway was asked it may have been cancelled, paid in another tab, or have run out.
  assertPayable(booking);
  const { id: bookingId } = booking;
  const known = await tx.payment.findFirst({ where: { bookingId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { orderId: true } });
  if (known) return known.orderId;
  await tx.payment.create({ data: { bookingId, gateway, orderId, method, amountPaise: booking.totalPaise } });
  return orderId;
}

function assertPayable(booking: LockedBooking): void {
  if (booking.status === "CONFIRMED") throw new AppError("INVALID_TRANSITION", "This booking is paid already. Your tickets are under My bookings.");
  if (booking.status === "CANCELLED" || booking.status === "REFUNDED") {
    throw new AppError("INVALID_TRANSITION", "This booking was cancelled. Please choose your seats again.");
  }
  if (booking.status === "EXPIRED" || booking.expiresAt <= booking.now) throw expired();
}

function expired(): AppError {
  return new AppError("BOOKING_EXPIRED", "The time for this booking has run out. Please choose your seats again.");
}
