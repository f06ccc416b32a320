export const paymentStatuses = [
  "PENDING",
  "PROCESSING",
  "COMPLETED",
  "FAILED",
  "REFUNDED",
  "PARTIALLY_REFUNDED",
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/**
 * Payments move forward only: PENDING -> PROCESSING (authorised) -> COMPLETED (captured) -> refunds.
 * FAILED -> PROCESSING is legal: a bank may authorise late what it first declined
 * (Razorpay, "Payment states": failed payments can turn authorised). To REFUNDED without a capture: the gateway
 * gives authorised money back by itself, a second payment of a paid order at once (Razorpay, "Auto-refunds").
 */
const moves: Record<PaymentStatus, readonly PaymentStatus[]> = {
  PENDING: ["PROCESSING", "COMPLETED", "FAILED", "REFUNDED"],
  PROCESSING: ["COMPLETED", "FAILED", "REFUNDED"],
  FAILED: ["PROCESSING", "COMPLETED", "REFUNDED"],
  COMPLETED: ["PARTIALLY_REFUNDED", "REFUNDED"],
  PARTIALLY_REFUNDED: ["REFUNDED"],
  REFUNDED: [],
};

/** Whether a payment may go from one status to another. */
export function canMovePayment(from: PaymentStatus, to: PaymentStatus): boolean {
  return moves[from].includes(to);
}

/** Every status that may still become `to`: for conditional updates. */
export function paymentStatusesBefore(to: PaymentStatus): PaymentStatus[] {
  return paymentStatuses.filter((from) => canMovePayment(from, to));
}
