import { z } from "zod";
import { line, lines } from "./common";

// Gateways' ids are longer than ours.
const id = line(100, "That id is too long.").min(1, "An id is missing.");

export const paymentMethods = ["card", "upi", "netbanking"] as const;

export const createOrderInput = z.object({
  bookingId: id,
  method: z.enum(paymentMethods, { error: "Choose how to pay: card, UPI or netbanking." }),
});

export const sandboxPayInput = z.object({
  orderId: id,
  outcome: z.enum(["success", "failure", "late"], { error: "The outcome is success, failure or late." }),
  /** What the bank's dialog was opened for; left out, what the order was last asked for. */
  method: z.enum(paymentMethods).optional(),
});

export const confirmBookingInput = z.object({
  bookingId: id,
  orderId: id,
  paymentId: id,
  signature: line(200, "That is not a signature."),
});

const note = lines(300, "Keep the note under 300 characters.");

export const refundPartInput = z.object({
  bookingId: id,
  amountPaise: z.number().int().min(100, "A refund is at least ₹1.").max(100_000_000),
  note: note.min(3, "Say in a few words why."),
  /** Made by the form: sent twice, it is one refund. */
  requestKey: line(64).min(8),
});

/** A part of the price to give back, in rupees as one types them. */
export const refundPartFormSchema = z.object({
  amountPaise: z
    .string()
    .trim()
    .regex(/^\d{1,7}(\.\d{1,2})?$/, "Give an amount in rupees, such as 250 or 250.50.")
    .refine((rupees) => Number(rupees) >= 1, "A refund is at least ₹1."),
  note: note.min(3, "Say in a few words why."),
});

export type RefundPartForm = z.infer<typeof refundPartFormSchema>;

export const cancelAsOrganizerInput = z.object({ bookingId: id, note: note.default("") });

export const eventMoneyInput = z.object({ eventId: id });

export const retryRefundInput = z.object({ refundId: id });

export const noteUnknownPaymentInput = z.object({ webhookId: id, note: note.min(3, "Say in a few words what was done.") });
