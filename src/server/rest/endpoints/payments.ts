import { z } from "zod";
import { paymentMethods } from "~/schemas/payment";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createOrder } from "~/server/services/sale/money/create-order";
import { sandboxPay } from "~/server/services/sale/money/sandbox-pay";
import { endpoint } from "../endpoint";
import { amounts, id, inRupees, instant } from "../fields";
import { sample } from "../samples";

const gatewayId = z.string().min(1, "An id is missing.").max(100, "That id is too long.");
const { bookingId, orderId, paymentId } = sample;

export const paymentEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/bookings/{id}/payment-order",
    operationId: "createPaymentOrder",
    tag: "Bookings",
    summary: "Begin to pay",
    description: "The gateway's order for a pending booking; asked again, it is the same order.",
    door: "user",
    input: z.object({ id, method: z.enum(paymentMethods, { error: "Choose how to pay: card, UPI or netbanking." }) }),
    answer: z.object({
      gateway: z.enum(["sandbox", "razorpay"]),
      keyId: z.string().describe("What the gateway's own checkout needs."),
      orderId: z.string(),
      ...amounts("amount"),
      currency: z.literal("INR"),
    }),
    status: 200,
    refusals: ["NOT_FOUND", "BOOKING_EXPIRED", "INVALID_TRANSITION"],
    example: {
      input: { id: bookingId, method: "upi" },
      answer: { gateway: "sandbox", keyId: "sandbox_key", orderId, amount: 1_180, amountPaise: 118_000, currency: "INR" },
    },
    call: ({ db, gateway, actor }, input) => createOrder({ db, gateway, actor, bookingId: input.id, method: input.method }),
    show: ({ amountPaise, ...order }) => ({ ...order, ...inRupees({ amount: amountPaise }) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/bookings/{id}/sandbox-pay",
    operationId: "paySandbox",
    tag: "Bookings",
    summary: "Pay in the sandbox",
    description: "Where no money moves: what a buyer would do in their bank's dialog.",
    door: "user",
    input: z.object({ id, orderId: gatewayId, outcome: z.enum(["success", "failure", "late"]) }),
    answer: z.object({ paymentId: z.string(), orderId: z.string(), signature: z.string() }),
    status: 200,
    refusals: ["NOT_FOUND", "FORBIDDEN"],
    example: {
      input: { id: bookingId, orderId, outcome: "success" },
      answer: { paymentId, orderId, signature: "9ef4dffbfd84f1318f6739a3ce19f9d85851857ae648f114332d8401e0949a3d" },
    },
    call: ({ db, gateway, actor }, { id: ofBooking, ...input }) => sandboxPay({ db, gateway, actor, bookingId: ofBooking, ...input }),
    show: (result) => result,
  }),
  endpoint({
    method: "POST",
    path: "/api/bookings/{id}/confirm",
    operationId: "confirmBooking",
    tag: "Bookings",
    summary: "Confirm a booking by its payment",
    description:
      "Which payment is all that is taken from the request; whether it is this booking's, of its amount and good, the gateway is asked. A repeat gives the first result. PAYMENT_PENDING: the bank has not answered yet; ask again.",
    door: "user",
    input: z.object({
      id,
      paymentId: gatewayId,
      paymentMethod: z.string().max(40).optional().describe("Not needed: the gateway knows it."),
      orderId: gatewayId.optional(),
      signature: z.string().max(200, "That is not a signature.").optional(),
    }),
    answer: z.object({ status: z.literal("CONFIRMED"), confirmedAt: instant }),
    status: 200,
    refusals: ["NOT_FOUND", "PAYMENT_MISMATCH", "PAYMENT_PENDING", "PAYMENT_FAILED", "BOOKING_EXPIRED", "INVALID_TRANSITION"],
    example: { input: { id: bookingId, paymentId }, answer: { status: "CONFIRMED", confirmedAt: "2026-12-01T14:04:00.000Z" } },
    call: ({ db, gateway, actor }, { id: ofBooking, paymentId: payment, orderId: order, signature }) =>
      confirmBooking({ db, gateway, actor, bookingId: ofBooking, paymentId: payment, orderId: order, signature }),
    show: (result) => result,
  }),
];
