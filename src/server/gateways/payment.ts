export type GatewayPaymentStatus = "created" | "authorized" | "captured" | "failed" | "refunded";

/** A payment as the gateway knows it. Amounts in paise. */
export type GatewayPayment = {
  paymentId: string;
  orderId: string;
  status: GatewayPaymentStatus;
  amountPaise: number;
  refundedPaise: number;
  method: string;
  failureReason: string | null;
};

export type GatewayRefund = { refundId: string; status: "pending" | "processed" | "failed"; amountPaise: number };

/**
 * What Aisle needs of a payment gateway. Calls are idempotent where they move money: an order by its receipt,
 * a capture by its payment, a refund by its idempotency key.
 */
export interface PaymentGateway {
  readonly name: "sandbox" | "razorpay";
  /** The public key that the checkout in the browser needs. */
  readonly keyId: string;
  createOrder(order: { receipt: string; amountPaise: number; notes?: Record<string, string> }): Promise<{ orderId: string }>;
  fetchPayment(paymentId: string): Promise<GatewayPayment>;
  /** Every payment tried on an order, newest first. */
  fetchOrderPayments(orderId: string): Promise<GatewayPayment[]>;
  /** Takes authorised money. Capturing a captured payment returns it. */
  capture(payment: { paymentId: string; amountPaise: number }): Promise<GatewayPayment>;
  refund(refund: { paymentId: string; amountPaise: number; idempotencyKey: string }): Promise<GatewayRefund>;
  /** Whether the browser's answer was signed by the gateway for this order. Constant time. */
  verifyCheckout(answer: { orderId: string; paymentId: string; signature: string }): boolean;
  /** Whether a webhook's raw body was signed by the gateway. Constant time. */
  verifyWebhook(rawBody: string, signature: string): boolean;
}
