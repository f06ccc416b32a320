import { AppError, notFound } from "~/domain/errors";
import { formatPaise } from "~/domain/money";
import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { audit } from "~/server/services/audit";
import { bookingTransaction } from "~/server/services/sale/money/booking-transaction";
import { countRefunds, newKey, promisedPaise, VOID } from "~/server/services/sale/money/ask-refund";
import { attemptRefund } from "~/server/services/sale/money/attempt-refund";

/**
 * An admin has a stuck refund tried again, now. One whose outcome is unknown keeps its key, so that it cannot be done
 * twice; one that failed at the bank for good gets another.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION (done already, never needed, or given back otherwise), BUSY
 */
export async function retryRefund(input: { db: Db; gateway: PaymentGateway; actor: Actor; refundId: string }) {
  const { db, gateway, actor, refundId } = input;
  const found = await db.refund.findUnique({ where: { id: refundId }, select: { bookingId: true } });
  if (!found) throw notFound("refund");
  await bookingTransaction(db, found.bookingId, async (tx) => {
    const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId } });
    if (refund.status === "COMPLETED" || refund.lastError === VOID) {
      throw new AppError("INVALID_TRANSITION", "There is nothing to try again: this refund is done, or was never needed.");
    }
    if (refund.status === "FAILED") await refuseWhereGone(tx, refund);
    const again = refund.status === "FAILED" ? { attempts: 0, idempotencyKey: newKey(refundId, true) } : {};
    await tx.refund.update({ where: { id: refundId }, data: { status: "PENDING", nextAttemptAt: new Date(0), ...again } });
    await countRefunds(tx, refund.paymentId);
    await audit(tx, { actor, action: "refund.retry", entity: "refund", entityId: refundId, before: { status: refund.status, lastError: refund.lastError } });
  });
  await attemptRefund({ db, gateway, refundId });
  return db.refund.findUniqueOrThrow({ where: { id: refundId }, select: { id: true, status: true, attempts: true, lastError: true } });
}

/** A failed refund counts no more: its money may have gone back by another since. */
async function refuseWhereGone(tx: Tx, refund: { paymentId: string; amountPaise: number }): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: refund.paymentId } });
  const leftPaise = payment.amountPaise - (await promisedPaise(tx, payment.id));
  if (refund.amountPaise <= leftPaise) return;
  const sentence =
    `This refund of ${formatPaise(refund.amountPaise)} cannot be tried again: other refunds have given this payment back since, ` +
    `and ${formatPaise(leftPaise)} of it is left.`;
  throw new AppError("INVALID_TRANSITION", sentence);
}
