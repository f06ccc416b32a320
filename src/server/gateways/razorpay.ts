import type { z } from "zod";
import { patience } from "~/server/patience";
import { GatewayError, isRefusal } from "./gateway-error";
import type { GatewayPayment, GatewayRefund, PaymentGateway, SandboxDeed } from "./payment";
import { isSigned } from "./signature";
import { wireCheckout, wireError, wireOrder, wirePayment, wirePayments, wireRefund } from "./wire";

export type RazorpayOptions = {
  name: "razorpay" | "sandbox";
  /** Without "/v1": https://api.razorpay.com, or the sandbox's address. */
  baseUrl: string;
  keyId: string;
  keySecret: string;
  webhookSecret: string;
};

type Call = { method?: "GET" | "POST"; path: string; body?: unknown; headers?: Record<string, string> };

/**
 * Razorpay's API over fetch. Nothing is retried here: who asks knows whether the question may be put twice.
 * https://razorpay.com/docs/api/orders, /payments, /refunds
 */
export function razorpay(options: RazorpayOptions): PaymentGateway {
  const authorization = `Basic ${Buffer.from(`${options.keyId}:${options.keySecret}`).toString("base64")}`;

  async function call<S extends z.ZodType>(schema: S, { method = "GET", path, body, headers }: Call): Promise<z.infer<S>> {
    const what = `${method} ${path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${options.baseUrl}/v1${path}`, {
        method,
        headers: { authorization, ...(body ? { "content-type": "application/json" } : {}), ...headers },
        body: body ? JSON.stringify(body) : undefined,
        signal: AbortSignal.timeout(patience.gatewayMs),
        cache: "no-store",
        redirect: "error",
      });
      text = await response.text();
    } catch (cause) {
      throw new GatewayError("UNKNOWN", `${what}: no answer`, null, { cause });
    }
    const json = parseJson(text);
    if (response.ok) {
      const answer = schema.safeParse(json);
      if (answer.success) return answer.data;
      throw new GatewayError("UNKNOWN", `${what}: an answer that makes no sense`, response.status, { cause: answer.error });
    }
    const said = wireError.safeParse(json).data?.error.description ?? "no reason given";
    const busy = response.status === 409 || response.status === 429;
    const failure = busy ? "BUSY" : response.status >= 400 && response.status < 500 ? "REFUSED" : "UNKNOWN";
    throw new GatewayError(failure, `${what}: ${response.status} ${said}`, response.status);
  }

  const fetchPayment = async (paymentId: string) =>
    toPayment(await call(wirePayment, { path: `/payments/${encodeURIComponent(paymentId)}` }));

  return {
    name: options.name,
    keyId: options.keyId,

    async createOrder({ receipt, amountPaise, notes }) {
      // `unique_receipt`: asked twice, Razorpay answers with the first order.
      const body = { amount: amountPaise, currency: "INR", receipt, unique_receipt: true, notes: notes ?? {} };
      const order = await call(wireOrder, { method: "POST", path: "/orders", body });
      return { orderId: order.id };
    },

    fetchPayment,

    async fetchOrderPayments(orderId) {
      const { items } = await call(wirePayments, { path: `/orders/${encodeURIComponent(orderId)}/payments` });
      return items.map(toPayment);
    },

    async capture({ paymentId, amountPaise }) {
      const body = { amount: amountPaise, currency: "INR" };
      const path = `/payments/${encodeURIComponent(paymentId)}/capture`;
      try {
        return toPayment(await call(wirePayment, { method: "POST", path, body }));
      } catch (error) {
        // Captured already, by the other of two that raced, or by a call whose answer was lost: ask.
        if (!isRefusal(error)) throw error;
        const payment = await fetchPayment(paymentId);
        if (payment.captured) return payment;
        throw error;
      }
    },

    async refund({ paymentId, amountPaise, idempotencyKey }) {
      return toRefund(
        await call(wireRefund, {
          method: "POST",
          path: `/payments/${encodeURIComponent(paymentId)}/refund`,
          body: { amount: amountPaise, speed: "normal", receipt: idempotencyKey },
          headers: { "x-refund-idempotency": idempotencyKey },
        }),
      );
    },

    async fetchRefund(refundId) {
      return toRefund(await call(wireRefund, { path: `/refunds/${encodeURIComponent(refundId)}` }));
    },

    verifyCheckout({ orderId, paymentId, signature }) {
      return isSigned(`${orderId}|${paymentId}`, signature, options.keySecret);
    },

    verifyWebhook(rawBody, signature) {
      return isSigned(rawBody, signature, options.webhookSecret);
    },

    ...(options.name === "sandbox" && {
      async payInSandbox({ orderId, method, outcome }: SandboxDeed) {
        const body = { order_id: orderId, method, outcome };
        const answer = await call(wireCheckout, { method: "POST", path: "/sandbox/pay", body });
        return {
          paymentId: answer.razorpay_payment_id,
          orderId: answer.razorpay_order_id,
          signature: answer.razorpay_signature,
        };
      },
    }),
  };
}

function toPayment(wire: z.infer<typeof wirePayment>): GatewayPayment {
  return {
    paymentId: wire.id,
    orderId: wire.order_id ?? "",
    status: wire.status,
    captured: wire.captured ?? wire.status === "captured",
    amountPaise: wire.amount,
    currency: wire.currency,
    refundedPaise: wire.amount_refunded ?? 0,
    method: wire.method ?? "",
    failureReason: wire.error_description || null,
  };
}

function toRefund(wire: z.infer<typeof wireRefund>): GatewayRefund {
  return { refundId: wire.id, status: wire.status, amountPaise: wire.amount };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
