import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { patience } from "~/server/patience";
import { issueMissing } from "~/server/services/invoices/issue-missing";
import { attemptDueRefunds } from "~/server/services/sale/money/refunds/attempt-due-refunds";
import { resumeEventCancellations } from "~/server/services/sale/money/refunds/cancel-event-bookings";
import { reconcileOrders } from "./reconcile-orders";
import { reopenWebhooks } from "~/server/services/sale/money/webhooks/reopen-webhooks";

/**
 * Everything about money that did not finish by itself: webhooks left open, orders that hang, refunds that are due,
 * cancelled events whose bookings stand, invoices and credit notes that are due.
 * Safe to run twice at once. What the time does not suffice for, the next run begins with.
 * @param input.afterSeconds how old a thing must be to count as left behind (tests: 0)
 * @param input.budgetMs for all of it, below the 60 s that a platform grants a job; a call under way may take 8 s more
 */
export async function reconcile(input: {
  db: Db;
  gateway: PaymentGateway;
  limit?: number;
  afterSeconds?: number;
  budgetMs?: number;
}) {
  const stopAt = performance.now() + (input.budgetMs ?? patience.reconcileRunMs);
  // Each kind has its share of what is left, so that a gateway which is away starves none of them.
  const share = (part: number) => ({ ...input, budgetMs: Math.max(0, stopAt - performance.now()) * part });
  const webhooks = await reopenWebhooks(share(0.25));
  const { orders, failed } = await reconcileOrders(share(0.4));
  const calledOff = await resumeEventCancellations(share(0.4));
  const refunds = await attemptDueRefunds(share(0.7));
  const documents = await issueMissing(share(1));
  return { webhooks, orders, failed, calledOff, refunds, documents };
}
