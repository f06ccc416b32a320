import { causeOf } from "~/domain/settlement";
import type { Tx } from "~/server/db/db";

/** The payment's status follows its refunds; a booking called off by the organizer, all money back, is REFUNDED. */
export async function settleStates(tx: Tx, paymentId: string): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, include: { refunds: true } });
  const { bookingId } = payment;
  const done = payment.refunds.filter((refund) => refund.status === "COMPLETED");
  const backPaise = done.reduce((sum, refund) => sum + refund.amountPaise, 0);
  if (backPaise === 0) return;
  const status = backPaise >= payment.capturedPaise ? "REFUNDED" : "PARTIALLY_REFUNDED";
  await tx.payment.updateMany({ where: { id: paymentId, status: { in: ["COMPLETED", "PARTIALLY_REFUNDED"] } }, data: { status } });
  const calledOff = payment.refunds.some((refund) => ["EVENT_CANCELLED", "CANCELLED_BY_ORGANIZER"].includes(causeOf(refund.reason)));
  if (status === "REFUNDED" && calledOff && payment.acceptedAt) {
    await tx.booking.updateMany({ where: { id: bookingId, status: "CANCELLED" }, data: { status: "REFUNDED" } });
  }
}
