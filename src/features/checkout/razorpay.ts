import type { RouterOutputs } from "~/trpc/react";

type Answer = { razorpay_order_id: string; razorpay_payment_id: string; razorpay_signature: string };
type Checkout = { open(): void };
type Options = Record<string, unknown> & { handler: (answer: Answer) => void; modal: { ondismiss: () => void } };

declare global {
  interface Window {
    Razorpay?: new (options: Options) => Checkout;
  }
}

const SCRIPT = "https://checkout.razorpay.com/v1/checkout.js";

function loadCheckout(): Promise<NonNullable<Window["Razorpay"]>> {
  return new Promise((resolve, reject) => {
    if (window.Razorpay) return resolve(window.Razorpay);
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.onload = () => (window.Razorpay ? resolve(window.Razorpay) : reject(new Error("no checkout")));
    script.onerror = () => {
      script.remove();
      reject(new Error("the checkout did not load"));
    };
    document.head.append(script);
  });
}

/**
 * Razorpay's own checkout over the page ("Razorpay Web Standard Checkout"); card details never come near us.
 * @returns the signed answer, or null where the buyer closed it
 */
export async function openRazorpay({
  order,
  method,
  name,
}: {
  order: RouterOutputs["payment"]["createOrder"];
  method: string;
  name: string;
}): Promise<{ orderId: string; paymentId: string; signature: string } | null> {
  const Razorpay = await loadCheckout();
  return new Promise((resolve) => {
    new Razorpay({
      key: order.keyId,
      order_id: order.orderId,
      amount: order.amountPaise,
      currency: order.currency,
      name: "Aisle",
      description: "Tickets",
      prefill: { name, method },
      handler: (answer) =>
        resolve({
          orderId: answer.razorpay_order_id,
          paymentId: answer.razorpay_payment_id,
          signature: answer.razorpay_signature,
        }),
      modal: { ondismiss: () => resolve(null) },
    }).open();
  });
}
