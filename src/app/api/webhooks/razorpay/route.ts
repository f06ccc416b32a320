import { after } from "next/server";
import { db } from "~/server/db";
import { paymentGateway } from "~/server/gateways/select";
import { processWebhook } from "~/server/services/payments/process-webhook";
import { receiveWebhook } from "~/server/services/payments/receive-webhook";

/** Stored, answered, and only then acted on. */
export async function POST(request: Request): Promise<Response> {
  const gateway = paymentGateway();
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
