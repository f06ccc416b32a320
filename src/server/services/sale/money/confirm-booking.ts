import { AppError, notFound } from "~/domain/errors";
import { formatPaise } from "~/domain/money";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { isRefusal } from "~/server/gateways/gateway-error";
import type { PaymentGateway } from "~/server/gateways/payment";
import { gatewayAway } from "./away";
import { freeOrderId } from "./create-order";
import { settleSeen } from "./settle-payment";
import type { Recorded } from "./record-money";
import { confirmFree } from "./confirm-free";
import { readForSettling } from "./read-for-settling";

export type Confirmed = { status: "CONFIRMED"; confirmedAt: Date };

type Request = {
  db: Db;
  gateway: PaymentGateway;
  actor: Actor;
  bookingId: string;
  /** Left out with the signature: the booking's own order. */
  orderId?: string;
  paymentId: string;
  /** The checkout's, where it handed one out; without one the gateway alone says whose the payment is. */
  signature?: string;
};

/**
 * The browser's return from checkout. Nothing that it says is believed but which payment to ask about: order,
 * amount and status are our row's and the gateway's. A repeat, and a webhook that was quicker, give the first result.
 * @throws AppError NOT_FOUND, PAYMENT_MISMATCH, PAYMENT_PENDING, PAYMENT_FAILED, BOOKING_EXPIRED (money back),
 *   INVALID_TRANSITION (cancelled), UNAVAILABLE, BUSY
 */
export async function confirmBooking({ db, gateway, actor, bookingId, orderId, paymentId, signature }: Request): Promise<Confirmed> {
  const booking = await readForSettling(db, bookingId);
  if (!booking || booking.userId !== actor.id) throw notFound("booking");
  if (booking.totalPaise === 0 && (orderId ?? paymentId) === freeOrderId(bookingId)) return confirmFree({ db, booking });

  const stored = booking.payments.find((payment) => orderId === undefined || payment.orderId === orderId)?.orderId;
  const signed = stored !== undefined && (signature === undefined || gateway.verifyCheckout({ orderId: stored, paymentId, signature }));
  if (!signed) throw mismatch("bad signature or order");
  const accepted = booking.payments.some((payment) => payment.gatewayPaymentId === paymentId && payment.accepted);
  if (accepted && booking.status === "CONFIRMED" && booking.confirmedAt) return { status: "CONFIRMED", confirmedAt: booking.confirmedAt };

  const seen = await gateway.fetchPayment(paymentId).catch((error: unknown) => {
    if (isRefusal(error)) throw mismatch("the gateway knows no such payment");
    return gatewayAway(error);
  });
  if (seen.orderId !== stored) throw mismatch(`payment ${paymentId} is of order ${seen.orderId}`);
  const recorded = await settleSeen({ db, gateway, seen });
  if (!recorded) throw mismatch("no such order");
  return answer(recorded, seen.amountPaise);
}

function mismatch(logMessage: string): AppError {
  return new AppError(
    "PAYMENT_MISMATCH",
    "This payment does not belong to this booking. If you have paid, your money is safe: we will find it and tell you.",
    { logMessage },
  );
}

function answer(recorded: Recorded, amountPaise: number): Confirmed {
  const { bookingStatus, confirmedAt, refundCause } = recorded;
  // A second payment goes back, and the buyer is told; the booking stands.
  if (bookingStatus === "CONFIRMED" && confirmedAt && refundCause !== "WRONG_AMOUNT") return { status: "CONFIRMED", confirmedAt };
  const money = formatPaise(amountPaise);
  if (refundCause === "WRONG_AMOUNT") throw mismatch("wrong amount or currency");
  if (recorded.next === "WAIT") {
    throw new AppError(
      "PAYMENT_PENDING",
      "Your bank has not answered yet. You need not pay again: we will finish your booking as soon as it does.",
    );
  }
  if (recorded.next === "FAILED") {
    throw new AppError("PAYMENT_FAILED", "Your bank declined the payment. No money was taken. Please try again or pay another way.");
  }
  if (bookingStatus === "CANCELLED" || bookingStatus === "REFUNDED") {
    throw new AppError("INVALID_TRANSITION", `This booking was cancelled. ${money} goes back to the way you paid.`);
  }
  throw new AppError(
    "BOOKING_EXPIRED",
    `Your payment came after your seats were let go, and they are gone. All of it, ${money}, goes back to the way you paid.`,
    { facts: { refundPaise: amountPaise } },
  );
}
