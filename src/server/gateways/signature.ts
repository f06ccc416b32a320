import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 in hex, as Razorpay signs checkout answers and webhooks. */
export function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text, "utf8").digest("hex");
}

/** Whether `signature` is the one of `text`, in time that does not tell how much of it was right. */
export function isSigned(text: string, signature: string, secret: string): boolean {
  const expected = Buffer.from(sign(text, secret), "utf8");
  const given = Buffer.from(signature, "utf8");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
