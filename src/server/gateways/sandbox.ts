import { createHmac } from "node:crypto";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import type { Bank } from "./sandbox/bank";

/** Ten seconds: long enough to see "your bank is taking its time", short enough to wait for. */
const LATE_MS = 10_000;

/** The sandbox's keys: those of the environment, else derived from the one secret every process shares. */
export function sandboxKeys() {
  const derive = (name: string) => createHmac("sha256", env.NEXTAUTH_SECRET ?? "").update(`sandbox ${name}`).digest("hex");
  return {
    keyId: env.RAZORPAY_KEY_ID ?? `rzp_sandbox_${derive("key id").slice(0, 14)}`,
    keySecret: env.RAZORPAY_KEY_SECRET ?? derive("key secret"),
    webhookSecret: env.RAZORPAY_WEBHOOK_SECRET ?? derive("webhook secret"),
  };
}

/** This process's own address; on Vercel there is none but the public one. */
const ownUrl = () => (env.VERCEL_URL ? env.APP_URL : `http://127.0.0.1:${env.PORT}`);

/** Where the sandbox answers, without "/v1". */
export function sandboxUrl(): string {
  return `${ownUrl()}/api/sandbox/razorpay`;
}

/** The bank that this process serves, or null where PAYMENT_GATEWAY asks for another. */
export function sandboxBank(db: Db): Bank | null {
  if (env.PAYMENT_GATEWAY !== "sandbox") return null;
  const webhookUrl = `${ownUrl()}/api/webhooks/razorpay`;
  return { db, ...sandboxKeys(), webhookUrl, lateMs: LATE_MS, delivery: "auto" };
}
