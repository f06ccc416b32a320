import { z } from "zod";

/** Razorpay's JSON, as far as Aisle reads it (razorpay.com/docs/api). Amounts in paise, times in Unix seconds. */

export const wireOrder = z.object({
  id: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  receipt: z.string().nullish(),
  status: z.string(),
});

export const wirePayment = z.object({
  id: z.string(),
  order_id: z.string().nullable(),
  status: z.enum(["created", "authorized", "captured", "failed", "refunded"]),
  amount: z.number().int(),
  currency: z.string(),
  captured: z.boolean().nullish(),
  amount_refunded: z.number().int().nullish(),
  method: z.string().nullish(),
  error_description: z.string().nullish(),
});

export const wireRefund = z.object({
  id: z.string(),
  payment_id: z.string(),
  amount: z.number().int(),
  status: z.enum(["pending", "processed", "failed"]),
});

export const wireError = z.object({ error: z.object({ code: z.string(), description: z.string() }) });

export const wirePayments = z.object({ items: z.array(wirePayment) });

/** What checkout hands to the browser. */
export const wireCheckout = z.object({
  razorpay_payment_id: z.string(),
  razorpay_order_id: z.string(),
  razorpay_signature: z.string(),
});
