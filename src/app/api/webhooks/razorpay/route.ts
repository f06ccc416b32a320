import { after } from "next/server";
import { createContext } from "~/server/api/trpc";
import { processWebhook } from "~/server/services/sale/money/webhooks/process-webhook";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";

/** Stored, answered, and only then acted on. */
export async function POST(request: Request): Promise<Response> {
  const { db, gateway } = createContext();
  const { status, webhookId } = await receiveWebhook({
    db,
    gateway,
    rawBody: await request.text(),
    signature: request.headers.get("x-razorpay-signature"),
    eventId: request.headers.get("x-razorpay-event-id"),
  });
  if (webhookId) after(() => processWebhook({ db, gateway, webhookId }));
  return new Response(null, { status });
}
