import { z } from "zod";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { log } from "~/server/log";

/** What of a webhook decides anything; the rest is only kept. */
const webhook = z.object({
  event: z.string().max(100),
  payload: z.object({
    payment: z.object({ entity: z.object({ id: z.string() }) }).optional(),
    refund: z.object({ entity: z.object({ id: z.string() }) }).optional(),
  }),
});

const LARGEST = 256_000;

export type Received = {
  /** For the gateway: 2xx and it never sends this again. */
  status: 200 | 400 | 401 | 413;
  /** The stored event to act on after the answer; null where there is nothing to do. */
  webhookId: string | null;
};

/**
 * Takes a gateway's message: signature over the raw body, then stored, then answered; acting on it comes after
 * the answer (`processWebhook`). The same event twice is one row.
 */
export async function receiveWebhook(input: {
  db: Db;
  gateway: PaymentGateway;
  rawBody: string;
  signature: string | null;
  eventId: string | null;
}): Promise<Received> {
  const { db, gateway, rawBody, signature, eventId } = input;
  const refuse = (status: 400 | 401 | 413, why: string): Received => {
    log.warn({ status, eventId }, `webhook refused: ${why}`);
    return { status, webhookId: null };
  };
  if (rawBody.length > LARGEST) return refuse(413, "too large");
  if (!signature || !gateway.verifyWebhook(rawBody, signature)) return refuse(401, "not signed by the gateway");
  const parsed = webhook.safeParse(parseJson(rawBody));
  if (!parsed.success || !eventId || eventId.length > 100) return refuse(400, "not well formed");

  // Changed into itself where it is known, so that its row comes back.
  const [stored] = await db.$queryRaw<{ id: string; processedAt: Date | null }[]>`
    INSERT INTO "WebhookEvent" AS e (id, gateway, "eventId", type, payload)
    VALUES (gen_random_uuid()::text, ${gateway.name}, ${eventId}, ${parsed.data.event}, ${JSON.stringify(parseJson(rawBody))}::jsonb)
    ON CONFLICT (gateway, "eventId") DO UPDATE SET type = e.type RETURNING e.id, e."processedAt"`;
  // Sent again although we have it: if a crash left it undone, now is the time.
  return { status: 200, webhookId: stored && !stored.processedAt ? stored.id : null };
}

/** The payment and refund that a stored event is about. */
export function subjectOf(payload: unknown): { paymentId: string | null; refundId: string | null } {
  const parsed = z.object({ payload: webhook.shape.payload }).safeParse(payload);
  return {
    paymentId: parsed.data?.payload.payment?.entity.id ?? null,
    refundId: parsed.data?.payload.refund?.entity.id ?? null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
