import { sumPaise } from "~/domain/money";
import { canMovePayment, type PaymentStatus } from "~/domain/payment-state";
import { causeOf, type RefundCause } from "~/domain/settlement";
import type { PaymentMethod } from "~/generated/prisma/client";
import type { Tx } from "~/server/db/db";
import type { GatewayPayment } from "~/server/gateways/payment";
import { VOID } from "./ask-refund";
import type { LockedBooking } from "~/server/services/sale/locks";

export type PaymentRow = {
  id: string;
  bookingId: string;
  gatewayPaymentId: string | null;
  status: PaymentStatus;
  amountPaise: number;
  currency: string;
  capturedPaise: number;
  refundedPaise: number;
  capturedAt: Date | null;
  acceptedAt: Date | null;
  /** Given back by the gateway itself, never captured. */
  givenBack: boolean;
  /** Why this payment goes back as a whole, where that was decided. */
  refundCause: RefundCause | null;
  /** Whether a refund of it is still to be done. */
  refundsOpen: boolean;
};

/** A gateway's name of a way to pay, in ours. */
export const paymentMethods: Record<string, PaymentMethod> = { card: "CARD", upi: "UPI", netbanking: "NETBANKING" };

/**
 * The row of this payment: its own, else the open row made with the order, else a new one (a second payment of the
 * same order). The caller holds the booking's lock.
 */
export async function findPaymentRow(tx: Tx, booking: LockedBooking, seen: GatewayPayment) {
  const rows = await tx.payment.findMany({ where: { bookingId: booking.id }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const own = rows.find((row) => row.gatewayPaymentId === seen.paymentId);
  if (own) return own;
  const open = rows.find((row) => row.orderId === seen.orderId && row.gatewayPaymentId === null);
  const data = { gatewayPaymentId: seen.paymentId, amountPaise: seen.amountPaise, method: paymentMethods[seen.method] };
  if (open) return tx.payment.update({ where: { id: open.id }, data });
  const first = rows.find((row) => row.orderId === seen.orderId);
  if (!first) throw new Error(`payment ${seen.paymentId} is of order ${seen.orderId}, which is not booking ${booking.id}'s`);
  return tx.payment.create({
    data: { ...data, method: data.method ?? first.method, bookingId: booking.id, gateway: first.gateway, orderId: seen.orderId },
  });
}

const arrives: Record<GatewayPayment["status"], PaymentStatus | null> = {
  created: null,
  failed: "FAILED",
  authorized: "PROCESSING",
  captured: "COMPLETED",
  refunded: "COMPLETED",
};

/** Moves the row forward to what the gateway says; an older answer changes nothing. */
export async function advancePayment(
  tx: Tx,
  row: Awaited<ReturnType<typeof findPaymentRow>>,
  seen: GatewayPayment,
  now: Date,
): Promise<PaymentRow> {
  const givenBack = seen.status === "refunded" && !seen.captured;
  const target = givenBack ? "REFUNDED" : arrives[seen.status];
  let payment = row;
  const refunds = await tx.refund.findMany({
    where: { paymentId: row.id, NOT: { status: "FAILED", lastError: VOID } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { reason: true, status: true, amountPaise: true },
  });
  // COMPLETED -> FAILED and the like are older news; a lapsed authorisation (PROCESSING -> FAILED) is not.
  if (target && canMovePayment(row.status, target)) {
    const promised = sumPaise(refunds.filter((refund) => refund.status !== "FAILED").map((refund) => refund.amountPaise));
    payment = await tx.payment.update({
      where: { id: row.id },
      data: {
        status: target,
        ...(target === "FAILED" && { failureReason: seen.failureReason ?? "The bank declined the payment." }),
        ...(target === "PROCESSING" && { authorisedAt: now, failureReason: null }),
        ...(target === "COMPLETED" && {
          authorisedAt: row.authorisedAt ?? now, capturedAt: now, capturedPaise: seen.amountPaise, refundedPaise: promised, failureReason: null,
        }),
        // Never captured, and back with the buyer: in and out, so that every sum still holds; capturedAt stays empty.
        ...(givenBack && {
          authorisedAt: row.authorisedAt ?? now, capturedPaise: seen.amountPaise, refundedPaise: promised,
          failureReason: "The gateway gave the money back by itself.",
        }),
      },
    });
  }
  const whole = refunds.map((refund) => causeOf(refund.reason)).find((cause) => causesOfRefusal.has(cause));
  return {
    ...payment,
    currency: seen.currency,
    givenBack: payment.status === "REFUNDED" && payment.capturedAt === null,
    refundCause: whole ?? null,
    refundsOpen: refunds.some((refund) => refund.status === "PENDING" || refund.status === "PROCESSING"),
  };
}

const causesOfRefusal = new Set<RefundCause>([
  "LATE_PAYMENT",
  "SECOND_PAYMENT",
  "BOOKING_CANCELLED",
  "WRONG_AMOUNT",
  "AT_GATEWAY",
]);
