import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { gatewayFor } from "~/server/gateways/select";
import { log } from "~/server/log";
import { pace } from "~/server/patience";
import { syncRefund } from "~/server/services/sale/money/refunds/sync-refund";
import { subjectOf } from "./receive-webhook";
import { settlePayment } from "~/server/services/sale/money/settle-payment";
import { settledAlready } from "~/server/services/sale/money/settled-already";

/** `WebhookEvent.outcome` that puts an event on the admins' list. */
export const UNKNOWN_ORDER = "payment of an order that is none of ours";

/**
 * Acts on a stored webhook, once: an event only says where to look, the gateway's answer decides. Where it fails,
 * the event stays open, and the reconciling job or the gateway's next try takes it up again. Does not throw, be the
 * database itself away: nobody waits for it, and a rejection that nobody hears ends the process.
 * @returns whether this call took it up
 */
export async function processWebhook(input: { db: Db; gateway: PaymentGateway; webhookId: string }): Promise<boolean> {
  const { db, gateway, webhookId } = input;
  let claimed = false;
  try {
    const [event] = await db.$queryRaw<{ id: string; gateway: string; type: string; payload: unknown }[]>`
      UPDATE "WebhookEvent" SET attempts = attempts + 1, "lockedUntil" = now() + ${pace.webhookLeaseMs} * interval '1 millisecond'
       WHERE id = ${webhookId} AND "processedAt" IS NULL AND ("lockedUntil" IS NULL OR "lockedUntil" <= now())
      RETURNING id, gateway, type, payload`;
    if (!event) return false;
    claimed = true;
    const sender = gatewayFor(event.gateway, gateway);
    if (!sender) throw new Error(`its gateway, ${event.gateway}, is not set up here`);
    const outcome = await act(db, sender, event);
    await db.webhookEvent.update({ where: { id: event.id }, data: { processedAt: new Date(), outcome, lastError: null } });
  } catch (error) {
    log.warn({ webhookId, err: error }, "webhook left open");
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    // Where even this fails, the lease runs out by itself.
    if (claimed) await db.webhookEvent.update({ where: { id: webhookId }, data: { lastError, lockedUntil: null } }).catch(() => undefined);
  }
  return claimed;
}

async function act(db: Db, gateway: PaymentGateway, event: { type: string; payload: unknown }): Promise<string> {
  const { paymentId, refundId } = subjectOf(event.payload);
  if (refundId && (await syncRefund({ db, gateway, gatewayRefundId: refundId }))) return "refund looked up";
  if (!paymentId) return "nothing to do";
  if (await settledAlready(db, paymentId, event.type)) return "known already";
  const { recorded } = await settlePayment({ db, gateway, paymentId });
  return recorded ? recorded.next.toLowerCase() : UNKNOWN_ORDER;
}
