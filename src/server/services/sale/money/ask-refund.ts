import { AppError } from "~/domain/errors";
import { formatPaise } from "~/domain/money";
import { refundReason } from "~/domain/settlement";
import type { Tx } from "~/server/db/db";
import type { GatewayPayment } from "~/server/gateways/payment";
import { settleStates } from "./settle-states";

/** `Refund.lastError` of a refund that was never needed: its payment was never captured. */
export const VOID = "nothing was captured";

/** `Refund.lastError` of a refund that somebody else did. */
export const BY_GATEWAY = "given back at the gateway, not by us";

const unfailed = { status: { not: "FAILED" as const } };

/** Paise of a payment that are back or on their way: refunds that have not failed. */
export async function promisedPaise(tx: Tx, paymentId: string): Promise<number> {
  const sum = await tx.refund.aggregate({ where: { paymentId, ...unfailed }, _sum: { amountPaise: true } });
  return sum._sum.amountPaise ?? 0;
}

/** Brings `Payment.refundedPaise` up to its refunds; before the capture there is nothing it could count. */
export async function countRefunds(tx: Tx, paymentId: string): Promise<void> {
  const refundedPaise = await promisedPaise(tx, paymentId);
  await tx.payment.updateMany({ where: { id: paymentId, capturedPaise: { gt: 0 } }, data: { refundedPaise } });
}

/**
 * Writes down that money goes back; a job or the caller does it after the commit. Open refunds count, so that all
 * together never exceed what was paid; the CHECK on Payment stands behind it. The caller holds the booking's lock.
 * @returns the refund's id; a second call with the same reason finds the first
 * @throws AppError INVALID_INPUT where it is more than is left
 */
export async function askRefund(
  tx: Tx,
  ask: { payment: { id: string; bookingId: string; amountPaise: number }; amountPaise: number; reason: string },
): Promise<string> {
  const { payment, amountPaise, reason } = ask;
  const known = await tx.refund.findUnique({ where: { bookingId_reason: { bookingId: payment.bookingId, reason } } });
  if (known && !(known.status === "FAILED" && known.lastError === VOID)) return known.id;

  const left = payment.amountPaise - (await promisedPaise(tx, payment.id));
  if (amountPaise > left) {
    throw new AppError("INVALID_INPUT", `At most ${formatPaise(left)} of this payment can still go back.`, { field: "amountPaise" });
  }
  const id = known?.id ?? crypto.randomUUID();
  const data = { paymentId: payment.id, amountPaise, idempotencyKey: newKey(id) };
  if (known) await tx.refund.update({ where: { id }, data: { ...data, status: "PENDING", lastError: null, attempts: 0, nextAttemptAt: new Date(0) } });
  else await tx.refund.create({ data: { id, bookingId: payment.bookingId, reason, ...data } });
  await countRefunds(tx, payment.id);
  return id;
}

/**
 * A key that Razorpay takes (10 to 40 letters, digits, hyphens): the refund's id; `again`, after the bank failed to
 * do it, another one, since the old key would only bring back the old failure.
 */
export function newKey(refundId: string, again = false): string {
  return again ? `${refundId.replaceAll("-", "")}-${Math.random().toString(36).slice(2, 8)}` : refundId;
}

/** Refunds of money that was never captured are not needed any more. */
export async function voidRefunds(tx: Tx, paymentId: string): Promise<void> {
  await tx.refund.updateMany({
    where: { paymentId, status: { in: ["PENDING", "PROCESSING"] } },
    data: { status: "FAILED", lastError: VOID },
  });
}

/** Authorised money that the gateway gave back by itself: what we had asked for is done. */
export async function completeGivenBack(tx: Tx, paymentId: string, now: Date): Promise<void> {
  await tx.refund.updateMany({
    where: { paymentId, status: { in: ["PENDING", "PROCESSING"] } },
    data: { status: "COMPLETED", completedAt: now, lastError: BY_GATEWAY },
  });
}

/** Money that went back by other hands than ours (the gateway's own, its dashboard) gets a row too. */
export async function adoptForeignRefund(tx: Tx, paymentId: string, seen: GatewayPayment, now: Date): Promise<void> {
  if (seen.refundedPaise === 0) return;
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const foreign = Math.min(seen.refundedPaise, payment.capturedPaise) - (await promisedPaise(tx, paymentId));
  if (foreign <= 0) return;
  const id = crypto.randomUUID();
  await tx.refund.create({
    data: {
      id,
      paymentId,
      bookingId: payment.bookingId,
      amountPaise: foreign,
      reason: refundReason("AT_GATEWAY", id),
      status: "COMPLETED",
      completedAt: now,
      idempotencyKey: newKey(id),
      lastError: BY_GATEWAY,
    },
  });
  await countRefunds(tx, paymentId);
  await settleStates(tx, paymentId);
}
