import { env } from "~/env";
import type { PaymentGateway } from "./payment";
import { razorpay } from "./razorpay";
import { sandboxKeys, sandboxUrl } from "./sandbox";

let selected: PaymentGateway | undefined;

/** The gateway that PAYMENT_GATEWAY names: the same client, at Razorpay's address or at the sandbox's. */
export function paymentGateway(): PaymentGateway {
  return (selected ??=
    env.PAYMENT_GATEWAY === "sandbox"
      ? razorpay({ name: "sandbox", baseUrl: sandboxUrl(), ...sandboxKeys() })
      : razorpay({
          name: "razorpay",
          baseUrl: env.RAZORPAY_BASE_URL,
          keyId: env.RAZORPAY_KEY_ID ?? "",
          keySecret: env.RAZORPAY_KEY_SECRET ?? "",
          webhookSecret: env.RAZORPAY_WEBHOOK_SECRET ?? "",
        }));
}
