import { after } from "next/server";
import { createContext } from "~/server/api/trpc";
import { BodyRefused, readWebBody } from "~/server/http/read-body";
import { processWebhook } from "~/server/services/sale/money/webhooks/process-webhook";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";
import { route } from "~/server/http/route";

const MOST_BYTES = 256_000;

/** Stored, answered, and only then acted on. */
export const POST = route("api", async (request) => {
  const { db, gateway } = createContext();
  const rawBody = await bodyOf(request);
  if (rawBody instanceof Response) return rawBody;
  const { status, webhookId } = await receiveWebhook({
    db,
    gateway,
    rawBody,
    signature: request.headers.get("x-razorpay-signature"),
    eventId: request.headers.get("x-razorpay-event-id"),
  });
  if (webhookId) after(() => processWebhook({ db, gateway, webhookId }));
  return new Response(null, { status });
});

async function bodyOf(request: Request): Promise<string | Response> {
  try {
    return (await readWebBody(request, MOST_BYTES))?.toString() ?? "";
  } catch (error) {
    if (error instanceof BodyRefused) return new Response(null, { status: error.status });
    throw error;
  }
}
