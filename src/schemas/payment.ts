import { z } from "zod";

const id = z.string().min(1, "An id is missing.").max(100, "That id is too long.");

export const paymentMethods = ["card", "upi", "netbanking"] as const;

export const createOrderInput = z.object({
  bookingId: id,
  method: z.enum(paymentMethods, { error: "Choose how to pay: card, UPI or netbanking." }),
});

export const sandboxPayInput = z.object({
  orderId: id,
  outcome: z.enum(["success", "failure", "late"], { error: "The outcome is success, failure or late." }),
});

export const confirmBookingInput = z.object({
  bookingId: id,
  orderId: id,
  paymentId: id,
  signature: z.string().max(200, "That is not a signature."),
});
