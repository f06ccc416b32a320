export type GatewayPaymentStatus = "created" | "authorized" | "captured" | "failed" | "refunded";

/** A payment as the gateway knows it. Amounts in paise. */
export type GatewayPayment = {
  paymentId: string;
  orderId: string;
  status: GatewayPaymentStatus;
  /** False with status `refunded`: authorised money that the gateway gave back by itself, never captured. */
  captured: boolean;
  amountPaise: number;
  /** "INR", or the payment is not one of ours. */
  currency: string;
  refundedPaise: number;
  method: string;
  failureReason: string | null;
};

export type GatewayRefund = { refundId: string; status: "pending" | "processed" | "failed"; amountPaise: number };

/**
 * What Aisle needs of a payment gateway. Calls are idempotent where they move money: an order by its receipt,
 * a capture by its payment, a refund by its idempotency key. All but the two checks throw GatewayError.
 */
export interface PaymentGateway {
  readonly name: "sandbox" | "razorpay";
  /** The public key that the checkout in the browser needs. */
  readonly keyId: string;
  createOrder(order: { receipt: string; amountPaise: number; notes?: Record<string, string> }): Promise<{ orderId: string }>;
  /** The payment as it stands at the gateway now: what is believed, never the browser. */
  fetchPayment(paymentId: string): Promise<GatewayPayment>;
  /** Every payment tried on an order, newest first. */
  fetchOrderPayments(orderId: string): Promise<GatewayPayment[]>;
  /** Takes authorised money. Capturing a captured payment returns it. */
  capture(payment: { paymentId: string; amountPaise: number }): Promise<GatewayPayment>;
  refund(refund: { paymentId: string; amountPaise: number; idempotencyKey: string }): Promise<GatewayRefund>;
  fetchRefund(refundId: string): Promise<GatewayRefund>;
  /** Whether the browser's answer was signed by the gateway for this order. Constant time. */
  verifyCheckout(answer: { orderId: string; paymentId: string; signature: string }): boolean;
  /** Whether a webhook's raw body was signed by the gateway. Constant time. */
  verifyWebhook(rawBody: string, signature: string): boolean;
  /** Sandbox only: what the buyer does in the bank's dialog, and the answer that it gives the browser. */
  payInSandbox?(deed: SandboxDeed): Promise<{ paymentId: string; orderId: string; signature: string }>;
}

export type SandboxDeed = {
  orderId: string;
  method: "card" | "upi" | "netbanking";
  outcome: "success" | "failure" | "late";
};
