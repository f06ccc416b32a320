import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { issueMissing } from "~/server/services/invoices/issue-missing";
import { attemptDueRefunds } from "~/server/services/sale/money/refunds/attempt-due-refunds";
import { resumeEventCancellations } from "~/server/services/sale/money/refunds/cancel-event-bookings";
import { reconcileOrders } from "./reconcile-orders";
import { reopenWebhooks } from "./webhooks/reopen-webhooks";

/**
 * Everything about money that did not finish by itself: webhooks left open, orders that hang, refunds that are due,
 * cancelled events whose bookings stand, invoices and credit notes that are due.
 * Safe to run twice at once.
 * @param input.afterSeconds how old a thing must be to count as left behind (tests: 0)
 */
export async function reconcile(input: { db: Db; gateway: PaymentGateway; limit?: number; afterSeconds?: number }) {
  const webhooks = await reopenWebhooks(input);
  const { orders, failed } = await reconcileOrders(input);
  const calledOff = await resumeEventCancellations(input);
  const refunds = await attemptDueRefunds(input);
  const documents = await issueMissing(input);
  return { webhooks, orders, failed, calledOff, refunds, documents };
}
