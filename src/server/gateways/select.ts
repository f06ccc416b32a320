import { env } from "~/env";
import type { PaymentGateway } from "./payment";
import { razorpay } from "./razorpay";
import { sandboxKeys, sandboxUrl } from "./sandbox";

type Name = PaymentGateway["name"];

const made = new Map<Name, PaymentGateway>();

/** The gateway that PAYMENT_GATEWAY names: the same client, at Razorpay's address or at the sandbox's. */
export function paymentGateway(): PaymentGateway {
  return gatewayNamed(env.PAYMENT_GATEWAY);
}

/**
 * The gateway that a payment was made at (`Payment.gateway`), whatever new ones are made at: the caller's where it is
 * that, else another that is set up here; null where it is not, and then nobody else may be asked about its money.
 */
export function gatewayFor(name: string, current: PaymentGateway): PaymentGateway | null {
  if (name === current.name) return current;
  return name === "razorpay" && env.RAZORPAY_KEY_ID && env.RAZORPAY_KEY_SECRET ? gatewayNamed(name) : null;
}

function gatewayNamed(name: Name): PaymentGateway {
  const gateway = made.get(name) ?? make(name);
  made.set(name, gateway);
  return gateway;
}

function make(name: Name): PaymentGateway {
  if (name === "sandbox") return razorpay({ name, baseUrl: sandboxUrl(), ...sandboxKeys() });
  return razorpay({
    name,
    baseUrl: env.RAZORPAY_BASE_URL,
    keyId: env.RAZORPAY_KEY_ID ?? "",
    keySecret: env.RAZORPAY_KEY_SECRET ?? "",
    webhookSecret: env.RAZORPAY_WEBHOOK_SECRET ?? "",
  });
}
