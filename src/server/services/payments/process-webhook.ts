import type { Db } from "~/server/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { log } from "~/server/log";
import { syncRefund } from "~/server/services/refunds/sync-refund";
import { subjectOf } from "./receive-webhook";
import { settlePayment } from "./settle-payment";
import { settledAlready } from "./settled-already";

/** `WebhookEvent.outcome` that puts an event on the admins' list. */
export const UNKNOWN_ORDER = "payment of an order that is none of ours";

const LEASE_SECONDS = 30;

/**
 * Acts on a stored webhook, once: an event only says where to look, the gateway's answer decides. Where it fails,
 * the event stays open, and the reconciling job or the gateway's next try takes it up again. Does not throw.
 * @returns whether this call acted on it
 */
export async function processWebhook({ db, gateway, webhookId }: { db: Db; gateway: PaymentGateway; webhookId: string }): Promise<boolean> {
  const [event] = await db.$queryRaw<{ id: string; type: string; payload: unknown }[]>`
    UPDATE "WebhookEvent" SET attempts = attempts + 1, "lockedUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
     WHERE id = ${webhookId} AND "processedAt" IS NULL AND ("lockedUntil" IS NULL OR "lockedUntil" <= now())
    RETURNING id, type, payload`;
  if (!event) return false;
  try {
    const outcome = await act(db, gateway, event);
    await db.webhookEvent.update({ where: { id: event.id }, data: { processedAt: new Date(), outcome, lastError: null } });
  } catch (error) {
    log.warn({ webhookId, err: error }, "webhook left open");
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await db.webhookEvent.update({ where: { id: event.id }, data: { lastError, lockedUntil: null } }).catch(() => undefined);
  }
  return true;
}

async function act(db: Db, gateway: PaymentGateway, event: { type: string; payload: unknown }): Promise<string> {
  const { paymentId, refundId } = subjectOf(event.payload);
  if (refundId && (await syncRefund({ db, gateway, gatewayRefundId: refundId }))) return "refund looked up";
  if (!paymentId) return "nothing to do";
  if (await settledAlready(db, paymentId, event.type)) return "known already";
  const { recorded } = await settlePayment({ db, gateway, paymentId });
  return recorded ? recorded.next.toLowerCase() : UNKNOWN_ORDER;
}
