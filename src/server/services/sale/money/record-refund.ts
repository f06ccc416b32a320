import type { Tx } from "~/server/db/db";
import { STUCK_AFTER_ATTEMPTS } from "~/domain/retry";
import type { GatewayRefund } from "~/server/gateways/payment";
import { log } from "~/server/log";
import type { LockedBooking } from "~/server/services/sale/locks";
import { tellBuyer } from "~/server/services/sale/news/tell-buyer";
import { countRefunds, newKey } from "./ask-refund";
import { settleStates } from "./settle-states";

type Answer = {
  refundId: string;
  /** The key that the row had when the gateway was asked. */
  askedWith: string;
  refund: GatewayRefund;
};

/**
 * Writes down what the gateway says of a refund. Forward only: a COMPLETED one stays so. One that failed at the
 * bank is tried again under a new key; after five failures it is FAILED, and on the admins' list. An answer about an
 * earlier try, which comes when the row has gone on to the next, is not news of this one and changes nothing.
 */
export async function recordRefund(
  tx: Tx,
  booking: LockedBooking | null,
  { refundId, askedWith, refund }: Answer,
): Promise<void> {
  const row = await tx.refund.findUnique({ where: { id: refundId } });
  if (!booking || !row || row.status === "COMPLETED") return;
  if (row.idempotencyKey !== askedWith || (row.gatewayRefundId !== null && row.gatewayRefundId !== refund.refundId)) {
    log.warn({ refundId, gatewayRefundId: refund.refundId, says: refund.status }, "refund: an answer about an earlier try");
    return;
  }
  if (refund.status === "pending") {
    await tx.refund.update({ where: { id: refundId }, data: { status: "PROCESSING", gatewayRefundId: refund.refundId, lastError: null } });
    return;
  }
  if (refund.status === "failed") {
    const over = row.attempts >= STUCK_AFTER_ATTEMPTS;
    await tx.refund.update({
      where: { id: refundId },
      data: {
        status: over ? "FAILED" : "PENDING",
        gatewayRefundId: null,
        idempotencyKey: newKey(refundId, true),
        lastError: `the bank could not do refund ${refund.refundId}`,
      },
    });
    await countRefunds(tx, row.paymentId);
    return;
  }
  await tx.refund.update({
    where: { id: refundId },
    data: { status: "COMPLETED", gatewayRefundId: refund.refundId, completedAt: booking.now, lastError: null },
  });
  await settleStates(tx, row.paymentId);
  await tellBuyer(tx, { bookingId: booking.id, news: "refund-done", refundPaise: row.amountPaise, about: refundId });
}
