import type { PaymentGateway } from "./payment";

/** The gateway that PAYMENT_GATEWAY names. */
export function paymentGateway(): PaymentGateway {
  throw new Error("no gateway is wired");
}
