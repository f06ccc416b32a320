import { refundable, refundFor, type CancellationPolicy } from "~/domain/cancellation";
import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { refundReason } from "~/domain/settlement";
import type { Db, Tx } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { returnCoupon } from "~/server/services/sale/coupons/return-coupon";
import { bookingTransaction } from "./booking-transaction";
import type { LockedBooking } from "~/server/services/sale/locks";
import { freeHeldSeats } from "~/server/services/sale/seats/write-seats";
import { tellBuyer } from "~/server/services/sale/news/tell-buyer";
import { askRefund, promisedPaise } from "./ask-refund";
import { attemptRefunds } from "./attempt-refund";
import { giveBackSeats } from "./give-back-seats";

export type Cancelled = { status: "CANCELLED" | "REFUNDED"; refundPaise: number };

/** What was decided, and the payment to give money back of once that is committed. */
type Done = { result: Cancelled; paymentRowId?: string };

/**
 * The buyer gives a booking up. PENDING: its seats are free. CONFIRMED: by the policy it was bought under; seats,
 * standing and refund change in one transaction, and the gateway is asked after it. A repeat returns the first result.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION (too late, used, expired), BUSY
 */
export async function cancelBooking(input: { db: Db; gateway: PaymentGateway; actor: Actor; bookingId: string }): Promise<Cancelled> {
  const { db, gateway, actor, bookingId } = input;
  const { result, paymentRowId } = await bookingTransaction(db, bookingId, async (tx, booking): Promise<Done> => {
    if (!booking || booking.userId !== actor.id) throw notFound("booking");
    if (booking.status === "CANCELLED" || booking.status === "REFUNDED") return { result: await first(tx, booking) };
    if (booking.status === "CONFIRMED") return cancelConfirmed(tx, booking);
    await cancelPending(tx, booking);
    return { result: { status: "CANCELLED", refundPaise: 0 } };
  });
  if (paymentRowId) await attemptRefunds({ db, gateway, paymentRowId });
  return result;
}

async function cancelPending(tx: Tx, booking: LockedBooking): Promise<void> {
  if (booking.status === "EXPIRED" || booking.holdsUntil <= booking.now) {
    throw new AppError("INVALID_TRANSITION", "This booking has run out already. There is nothing to cancel.");
  }
  await end(tx, booking, "Given up before payment.");
  await freeHeldSeats(tx, booking);
  await returnCoupon(tx, { bookingId: booking.id });
}

async function cancelConfirmed(tx: Tx, booking: LockedBooking): Promise<Done> {
  const refundPaise = refundFor(booking.policy as CancellationPolicy, booking.totalPaise, booking.now, booking.eventStartsAt);
  if (refundPaise === null || booking.now >= booking.eventStartsAt) {
    throw new AppError("INVALID_TRANSITION", "This booking can no longer be cancelled: the event's deadline has passed.");
  }
  if ((await tx.bookingItem.count({ where: { bookingId: booking.id, checkedInAt: { not: null } } })) > 0) {
    throw new AppError("INVALID_TRANSITION", "A ticket of this booking has been used. It can no longer be cancelled.");
  }
  await giveBackSeats(tx, booking);
  await end(tx, booking, "Cancelled by the buyer.");
  const payment = await tx.payment.findFirst({ where: { bookingId: booking.id, acceptedAt: { not: null } } });
  const leftPaise = payment ? payment.amountPaise - (await promisedPaise(tx, payment.id)) : 0;
  const askPaise = refundable(Math.min(refundPaise, leftPaise));
  if (payment && askPaise > 0) await askRefund(tx, { payment, amountPaise: askPaise, reason: refundReason("CANCELLED_BY_BUYER") });
  await tellBuyer(tx, { bookingId: booking.id, news: "booking-cancelled", refundPaise: askPaise });
  return { result: { status: "CANCELLED", refundPaise: askPaise }, paymentRowId: payment?.id };
}

async function end(tx: Tx, booking: LockedBooking, cancelReason: string): Promise<void> {
  await tx.booking.update({ where: { id: booking.id }, data: { status: "CANCELLED", cancelledAt: booking.now, cancelReason } });
}

async function first(tx: Tx, booking: LockedBooking): Promise<Cancelled> {
  const refund = await tx.refund.findUnique({
    where: { bookingId_reason: { bookingId: booking.id, reason: refundReason("CANCELLED_BY_BUYER") } },
    select: { amountPaise: true },
  });
  return { status: booking.status as Cancelled["status"], refundPaise: refund?.amountPaise ?? 0 };
}
