import { retryAfterMs } from "~/domain/retry";
import type { Db } from "~/server/db/db";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { PaymentGateway } from "~/server/gateways/payment";
import { gatewayFor } from "~/server/gateways/select";
import { log } from "~/server/log";
import { pace } from "~/server/patience";
import { bookingTransaction } from "~/server/services/sale/money/booking-transaction";
import { recordMoney } from "~/server/services/sale/money/record-money";
import { recordRefund } from "./record-refund";

/** Begins `lastError` where the gateway said no: the same request will be refused again, so a person must look. */
export const REFUSED = "refused: ";

type Claimed = {
  id: string;
  paymentId: string;
  bookingId: string;
  amountPaise: number;
  idempotencyKey: string;
  gatewayRefundId: string | null;
  attempts: number;
  gateway: string;
  gatewayPaymentId: string;
  paymentStatus: string;
  paymentAmountPaise: number;
};

/** Attempts every refund of a payment that is due, at once: what a cancellation does right after its commit. */
export async function attemptRefunds({ db, gateway, paymentRowId }: { db: Db; gateway: PaymentGateway; paymentRowId: string }): Promise<void> {
  const due = await db.refund.findMany({
    where: { paymentId: paymentRowId, status: { in: ["PENDING", "PROCESSING"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of due) await attemptRefund({ db, gateway, refundId: id });
}

/**
 * One attempt at one refund, at the gateway that its payment was made at: captures first what was only authorised, asks for the refund under its own key, writes
 * down the answer. One attempt at a time, whatever number of processes tries; an answer that is lost leaves the
 * refund PROCESSING, and the same key asks again later. Never throws what the gateway did.
 * @returns whether this call attempted it
 */
export async function attemptRefund(input: { db: Db; gateway: PaymentGateway; refundId: string }): Promise<boolean> {
  const { db, refundId } = input;
  const claimed = await claim(db, refundId);
  if (!claimed) return false;
  const gateway = gatewayFor(claimed.gateway, input.gateway);
  if (!gateway) {
    await keepError(db, claimed, `its gateway, ${claimed.gateway}, is not set up here`);
    return true;
  }
  try {
    if (await waitsForCapture(db, claimed)) return true;
    if (claimed.paymentStatus === "PROCESSING" && !(await captureFirst(db, gateway, claimed))) return true;
    const refund = claimed.gatewayRefundId
      ? await gateway.fetchRefund(claimed.gatewayRefundId)
      : await gateway.refund({
          paymentId: claimed.gatewayPaymentId,
          amountPaise: claimed.amountPaise,
          idempotencyKey: claimed.idempotencyKey,
        });
    await bookingTransaction(db, claimed.bookingId, (tx, booking) => recordRefund(tx, booking, { refundId, askedWith: claimed.idempotencyKey, refund }));
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    await keepError(db, claimed, error.failure === "REFUSED" ? `${REFUSED}${error.message}` : error.message, error.failure);
  }
  return true;
}

async function keepError(db: Db, { id, attempts }: Claimed, message: string, failure?: string): Promise<void> {
  log.warn({ refundId: id, failure, attempts }, `refund: ${message}`);
  await db.refund.updateMany({ where: { id, status: "PROCESSING" }, data: { lastError: message.slice(0, 500) } });
}

/** Takes the refund for one attempt; another may follow when this one's time is over (by the database's clock). */
async function claim(db: Db, refundId: string): Promise<Claimed | null> {
  const [row] = await db.$queryRaw<Claimed[]>`
    UPDATE "Refund" r SET status = 'PROCESSING', attempts = r.attempts + 1, "nextAttemptAt" = now() + make_interval(secs => ${pace.refundLeaseMs / 1_000})
      FROM "Payment" p
     WHERE r.id = ${refundId} AND p.id = r."paymentId" AND p."gatewayPaymentId" IS NOT NULL
       AND r.status IN ('PENDING', 'PROCESSING') AND r."nextAttemptAt" <= now()
    RETURNING r.id, r."paymentId", r."bookingId", r."amountPaise", r."idempotencyKey", r."gatewayRefundId", r.attempts,
              p.gateway, p."gatewayPaymentId", p.status::text AS "paymentStatus", p."amountPaise" AS "paymentAmountPaise"`;
  if (!row) return null;
  const waitMs = retryAfterMs(row.attempts);
  if (waitMs > pace.refundLeaseMs) {
    await db.$executeRaw`
      UPDATE "Refund" SET "nextAttemptAt" = now() + make_interval(secs => ${waitMs / 1_000})
       WHERE id = ${refundId} AND status = 'PROCESSING'`;
  }
  return row;
}

/**
 * Of the payments of one order the gateway captures one. While the one that the booking was confirmed by is still to
 * be captured, no other is: it would be captured only to go back, and the buyer would have neither money nor seats.
 */
async function waitsForCapture(db: Db, { paymentId, bookingId, paymentStatus }: Claimed): Promise<boolean> {
  if (paymentStatus !== "PROCESSING") return false;
  const first = await db.payment.count({
    where: { bookingId, id: { not: paymentId }, acceptedAt: { not: null }, status: "PROCESSING" },
  });
  return first > 0;
}

/**
 * Authorised money can only go back after a capture (razorpay.com/docs, "Handle late authorised payments": left
 * alone it would take the bank five days). False where there is nothing to refund any more.
 */
async function captureFirst(db: Db, gateway: PaymentGateway, claimed: Claimed): Promise<boolean> {
  const { gatewayPaymentId: paymentId, paymentAmountPaise: amountPaise } = claimed;
  const seen = await gateway.capture({ paymentId, amountPaise }).catch((error: unknown) => {
    if (error instanceof GatewayError && error.failure === "REFUSED") return gateway.fetchPayment(paymentId);
    throw error;
  });
  await bookingTransaction(db, claimed.bookingId, (tx, booking) => recordMoney(tx, booking, seen));
  return seen.captured;
}
