import { createContext } from "~/server/api/trpc";
import { BodyRefused, readWebBody } from "~/server/http/read-body";
import { route } from "~/server/http/route";
import { processWebhook } from "~/server/services/sale/money/webhooks/process-webhook";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";

export const WEBHOOK_MOST_BYTES = 256_000;

/** Takes the gateway's messages: stored, answered, and only then acted on. @param later runs work after the answer */
export const takeWebhook = (later: (work: () => Promise<unknown>) => void) =>
  route("api", async (request) => {
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
    if (webhookId) later(() => processWebhook({ db, gateway, webhookId }));
    return new Response(null, { status });
  });

async function bodyOf(request: Request): Promise<string | Response> {
  try {
    return (await readWebBody(request, WEBHOOK_MOST_BYTES))?.toString() ?? "";
  } catch (error) {
    if (error instanceof BodyRefused) return new Response(null, { status: error.status });
    throw error;
  }
}
