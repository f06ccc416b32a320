import { inParallel } from "~/lib/in-parallel";
import type { Db } from "~/server/db/db";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { PaymentGateway } from "~/server/gateways/payment";
import { gatewayFor } from "~/server/gateways/select";
import { log } from "~/server/log";
import { settleSeen } from "~/server/services/sale/money/settle-payment";

/** Razorpay hears from a silent bank for up to three days, and gives up an uncaptured payment in five. */
const ASK_FOR_DAYS = 5;

/** A second payment of a paid order begins before the first has come through, in another tab or app. */
const SECOND_PAYMENT_DAYS = 1;

/** Orders asked about at the same time. */
const WIDTH = 4;

/** Orders claimed at once: what the time no longer suffices for stays for the next run, unclaimed. */
const BATCH = 20;

/**
 * Asks about every order that hangs, each at the gateway it was made at: no payment seen, one declined (a bank may
 * still change its mind), or one authorised and not captured. Young ones each minute, old ones ever less often. Paid
 * orders are asked about after those, for a day: a second payment of which neither the browser nor a webhook told us
 * has to go back.
 * @param input.afterSeconds age from which an order hangs; the browser and the webhook come first
 * @param input.budgetMs after which no further orders are begun
 * @returns how many orders there were, and of how many no answer was had
 */
export async function reconcileOrders(input: {
  db: Db;
  gateway: PaymentGateway;
  limit?: number;
  afterSeconds?: number;
  budgetMs?: number;
}): Promise<{ orders: number; failed: number }> {
  const { db, gateway, limit = 200, afterSeconds = 30, budgetMs = Infinity } = input;
  const stopAt = performance.now() + budgetMs;
  const done = { orders: 0, failed: 0 };
  while (done.orders < limit && performance.now() < stopAt) {
    const batch = await claim(db, { afterSeconds, limit: Math.min(BATCH, limit - done.orders) });
    if (batch.length === 0) break;
    done.orders += batch.length;
    await inParallel(batch, WIDTH, async (order) => {
      if (!(await ask(db, gateway, order))) done.failed++;
    });
  }
  return done;
}

type Order = { orderId: string; gateway: string };

async function claim(db: Db, { afterSeconds, limit }: { afterSeconds: number; limit: number }): Promise<Order[]> {
  const claimed = await db.$queryRaw<Order[]>`
    UPDATE "Payment" SET "checkedAt" = now()
     WHERE id IN (
       SELECT id FROM "Payment"
        WHERE "createdAt" < now() - make_interval(secs => ${afterSeconds})
          AND ((status IN ('PENDING', 'FAILED', 'PROCESSING') AND "createdAt" > now() - make_interval(days => ${ASK_FOR_DAYS})
                AND ("checkedAt" IS NULL OR "checkedAt" < now() - greatest(interval '45 seconds', (now() - "createdAt") / 4)))
            OR (status = 'COMPLETED' AND "createdAt" > now() - make_interval(days => ${SECOND_PAYMENT_DAYS})
                AND ("checkedAt" IS NULL OR "checkedAt" < now() - greatest(interval '2 minutes', (now() - "createdAt") / 2))))
        ORDER BY (status = 'COMPLETED'), "checkedAt" NULLS FIRST, "createdAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING "orderId", gateway`;
  return [...new Map(claimed.map((order) => [order.orderId, order])).values()].sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
}

async function ask(db: Db, current: PaymentGateway, { orderId, gateway: name }: Order): Promise<boolean> {
  try {
    const gateway = gatewayFor(name, current);
    if (!gateway) throw new Error(`its gateway, ${name}, is not set up here`);
    // Oldest first: of two payments, the first is the booking's.
    for (const seen of (await gateway.fetchOrderPayments(orderId)).reverse()) await settleSeen({ db, gateway, seen });
    return true;
  } catch (error) {
    log.warn({ orderId, err: error instanceof GatewayError ? error.message : error }, "order could not be reconciled");
    return false;
  }
}
