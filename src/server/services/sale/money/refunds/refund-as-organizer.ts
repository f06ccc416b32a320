import { refundable } from "~/domain/cancellation";
import { AppError, notFound } from "~/domain/errors";
import { formatPaise } from "~/domain/money";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import { refundReason } from "~/domain/settlement";
import type { Db, Tx } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { audit } from "~/server/services/audit";
import { callOffBooking } from "~/server/services/sale/money/call-off-booking";
import { bookingTransaction } from "~/server/services/sale/money/booking-transaction";
import type { LockedBooking } from "~/server/services/sale/locks";
import { tellBuyer } from "~/server/services/sale/news/tell-buyer";
import { askRefund, promisedPaise } from "~/server/services/sale/money/ask-refund";
import { attemptRefunds } from "~/server/services/sale/money/attempt-refund";

type Request = { db: Db; gateway: PaymentGateway; actor: Actor; bookingId: string };

/**
 * Gives back a part of a paid booking's price; the booking stands. The same `requestKey` is the same refund.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION (not paid), INVALID_INPUT (more than is left; the key of another amount), BUSY
 */
export async function refundPart(input: Request & { amountPaise: number; note: string; requestKey: string }) {
  const { db, gateway, actor, bookingId, amountPaise, note, requestKey } = input;
  const paymentRowId = await bookingTransaction(db, bookingId, async (tx, locked) => {
    const booking = await managed(tx, actor, locked);
    const payment = await tx.payment.findFirst({ where: { bookingId, acceptedAt: { not: null } } });
    if (booking.status !== "CONFIRMED" || !payment) {
      throw new AppError("INVALID_TRANSITION", "Only a confirmed booking that was paid can have a part of its price back.");
    }
    const reason = refundReason("PARTIAL", requestKey);
    const known = await tx.refund.findUnique({ where: { bookingId_reason: { bookingId, reason } } });
    if (known && known.amountPaise !== amountPaise) {
      const sentence = `${formatPaise(known.amountPaise)} was given back by this request already. Open the form anew to give back another amount.`;
      throw new AppError("INVALID_INPUT", sentence, { field: "amountPaise" });
    }
    if (known) return payment.id;
    const restPaise = payment.amountPaise - (await promisedPaise(tx, payment.id)) - amountPaise;
    if (restPaise > 0 && refundable(restPaise) === 0) {
      const sentence = "That would leave less than ₹1, which no bank could give back later. Give back all of it, or leave ₹1.";
      throw new AppError("INVALID_INPUT", sentence, { field: "amountPaise" });
    }
    const refundId = await askRefund(tx, { payment, amountPaise, reason });
    await tellBuyer(tx, { bookingId, news: "refund-partial", refundPaise: amountPaise, about: requestKey });
    await audit(tx, { actor, action: "refund.partial", entity: "refund", entityId: refundId, after: { bookingId, amountPaise, note } });
    return payment.id;
  });
  await attemptRefunds({ db, gateway, paymentRowId });
  return { bookingId, refundPaise: amountPaise };
}

/**
 * Calls one booking off, all its money back; at any time, whatever the policy. A repeat changes nothing.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION (it has ended already), BUSY
 */
export async function cancelAsOrganizer(input: Request & { note: string }) {
  const { db, gateway, actor, bookingId, note } = input;
  const done = await bookingTransaction(db, bookingId, async (tx, locked) => {
    const booking = await managed(tx, actor, locked);
    const off = await callOffBooking(tx, booking, { cause: "CANCELLED_BY_ORGANIZER", cancelReason: note || "Cancelled by the organizer.", note });
    if (!off) throw new AppError("INVALID_TRANSITION", "This booking has ended already.");
    await audit(tx, {
      actor, action: "booking.cancel", entity: "booking", entityId: bookingId,
      before: { status: booking.status }, after: { status: "CANCELLED", refundPaise: off.refundPaise, note },
    });
    return off;
  });
  if (done.paymentRowId) await attemptRefunds({ db, gateway, paymentRowId: done.paymentRowId });
  return { status: "CANCELLED" as const, refundPaise: done.refundPaise };
}

async function managed(tx: Tx, actor: Actor, booking: LockedBooking | null): Promise<LockedBooking> {
  const event = booking && (await tx.event.findUnique({ where: { id: booking.eventId }, select: { organizerId: true } }));
  if (!booking || !event || !mayManageEvent(actor, event)) throw notFound("booking");
  return booking;
}
