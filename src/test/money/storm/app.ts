import "../../setup/patience";
import { createServer } from "node:http";
import { env } from "~/env";
import { isDatabaseFull } from "~/server/db/errors";
import { db } from "~/server/db/db";
import { razorpay } from "~/server/gateways/razorpay";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { processWebhook } from "~/server/services/sale/money/webhooks/process-webhook";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";

/**
 * The shop's money, as a process that can be killed: its webhook door, the browser's two calls, the job. Started by
 * storm.ts with the bank's address; says its port on stdout.
 */
const gateway = razorpay({
  name: "sandbox",
  baseUrl: process.env.STORM_BANK_URL ?? "",
  keyId: env.RAZORPAY_KEY_ID ?? "",
  keySecret: env.RAZORPAY_KEY_SECRET ?? "",
  webhookSecret: env.RAZORPAY_WEBHOOK_SECRET ?? "",
});

const calls: Record<string, (text: string, header: (name: string) => string | null) => Promise<number>> = {
  async "/webhook"(rawBody, header) {
    const signature = header("x-razorpay-signature");
    const { status, webhookId } = await receiveWebhook({ db, gateway, rawBody, signature, eventId: header("x-razorpay-event-id") });
    if (webhookId) void processWebhook({ db, gateway, webhookId });
    return status;
  },
  async "/confirm"(text) {
    const { userId, ...request } = JSON.parse(text) as { userId: string } & Omit<Parameters<typeof confirmBooking>[0], "db" | "gateway" | "actor">;
    await confirmBooking({ db, gateway, actor: { id: userId, role: "USER" }, ...request });
    return 200;
  },
  async "/cancel"(text) {
    const { userId, bookingId } = JSON.parse(text) as { userId: string; bookingId: string };
    await cancelBooking({ db, gateway, actor: { id: userId, role: "USER" }, bookingId });
    return 200;
  },
  async "/reconcile"() {
    const { failed } = await reconcile({ db, gateway, afterSeconds: 0, limit: 5_000 });
    return failed === 0 ? 200 : 207;
  },
};

const server = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const header = (name: string) => (request.headers[name] as string | undefined) ?? null;
    const work = calls[request.url ?? ""];
    const status = work ? await work(Buffer.concat(chunks).toString("utf8"), header).catch(codeOf) : 404;
    response.writeHead(status).end();
  })();
});

/** A refusal with a sentence is an answer, and so is "busy"; anything else is a fault of ours. */
function codeOf(error: unknown): number {
  if (isDatabaseFull(error)) return 503;
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && /^[A-Z_]+$/.test(code)) return code === "BUSY" ? 503 : 409;
  console.error(error);
  return 500;
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log(`port ${address.port}`);
});
