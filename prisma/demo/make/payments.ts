import type { Ledger, Outcome } from "./bookings";
import { LETTERS, type Seeding } from "./seeding";

type Paid = {
  bookingId: string;
  bookingNumber: string;
  totalPaise: number;
  refundPaise: number;
  at: Date;
  paidAt: Date;
  endedAt?: Date;
  outcome: Outcome;
};

const METHODS = [["UPI", 66], ["CARD", 25], ["NETBANKING", 9]] as const; // prettier-ignore

/**
 * A booking's payment and refund, in the shop's books and in the sandbox bank's: what is cancelled later goes back
 * through that bank. Of the bookings that ran out, some had tried to pay.
 */
export function bookPayment({ random }: Seeding, ledger: Ledger, paid: Paid): void {
  const { bookingId, bookingNumber, totalPaise, refundPaise, at, paidAt } = paid;
  const failed = paid.outcome === "EXPIRED";
  if (failed && random.next() < 0.6) return;
  const [id, orderId, paymentId] = [random.uuid(at), bankId("order"), bankId("pay")];
  const method = random.weighted(METHODS);
  const status = failed
    ? "FAILED"
    : refundPaise === 0
      ? "COMPLETED"
      : refundPaise < totalPaise
        ? "PARTIALLY_REFUNDED"
        : "REFUNDED";
  ledger.Payment.push({
    id,
    bookingId,
    gateway: "sandbox",
    orderId,
    gatewayPaymentId: paymentId,
    method,
    status,
    amountPaise: totalPaise,
    capturedPaise: failed ? 0 : totalPaise,
    refundedPaise: refundPaise,
    failureReason: failed ? "Your bank declined the payment." : null,
    authorisedAt: failed ? null : paidAt,
    capturedAt: failed ? null : paidAt,
    acceptedAt: failed ? null : paidAt,
    createdAt: at,
    updatedAt: paid.endedAt ?? paidAt,
  });
  const order = {
    amount: totalPaise,
    currency: "INR",
    receipt: bookingNumber,
    status: failed ? "created" : "paid",
    notes: { bookingId },
    created_at: unix(at),
  };
  const payment = {
    order_id: orderId,
    status: failed ? "failed" : refundPaise > 0 && refundPaise === totalPaise ? "refunded" : "captured",
    amount: totalPaise,
    currency: "INR",
    method: method.toLowerCase(),
    captured: !failed,
    amount_refunded: refundPaise,
    error_code: failed ? "BAD_REQUEST_ERROR" : null,
    error_description: failed ? "Your bank declined the payment." : null,
    created_at: unix(paidAt),
    authorize_at: null,
  };
  const record = (row: object) =>
    ledger.SandboxRecord.push({ parentId: null, idempotencyKey: null, createdAt: at, ...row });
  record({ id: orderId, kind: "order", idempotencyKey: bookingNumber, body: order });
  record({ id: paymentId, kind: "payment", parentId: orderId, createdAt: paidAt, body: payment });
  if (refundPaise === 0) return;

  const endedAt = paid.endedAt ?? paidAt;
  const [refundId, gatewayRefundId] = [random.uuid(endedAt), bankId("rfnd")];
  ledger.Refund.push({
    id: refundId,
    paymentId: id,
    bookingId,
    amountPaise: refundPaise,
    reason: paid.outcome === "CALLED_OFF" ? "EVENT_CANCELLED" : "CANCELLED_BY_BUYER",
    status: "COMPLETED",
    idempotencyKey: refundId,
    gatewayRefundId,
    attempts: 1,
    nextAttemptAt: endedAt,
    completedAt: new Date(endedAt.getTime() + 4_000),
    createdAt: endedAt,
  });
  const body = { payment_id: paymentId, amount: refundPaise, status: "processed", created_at: unix(endedAt) };
  record({
    id: gatewayRefundId,
    kind: "refund",
    parentId: paymentId,
    idempotencyKey: refundId,
    createdAt: endedAt,
    body,
  });

  function bankId(prefix: "order" | "pay" | "rfnd"): string {
    return `${prefix}_${random.code(14, LETTERS)}`;
  }
}

function unix(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
