import { after } from "next/server";
import { createContext } from "~/server/api/trpc";
import { processWebhook } from "~/server/services/sale/money/webhooks/process-webhook";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";
import { route } from "~/server/http/route";

/** Stored, answered, and only then acted on. */
export const POST = route("api", async (request) => {
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
});
