import type { Db } from "~/server/db/db";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { PaymentGateway } from "~/server/gateways/payment";
import { log } from "~/server/log";
import { settleSeen } from "./settle-payment";

/** Razorpay hears from a silent bank for up to three days, and gives up an uncaptured payment in five. */
const ASK_FOR_DAYS = 5;

/** A second payment of a paid order begins before the first has come through, in another tab or app. */
const SECOND_PAYMENT_DAYS = 1;

/**
 * Asks the gateway about every order that hangs: no payment seen, one declined (a bank may still change its mind),
 * or one authorised and not captured. Young ones each minute, old ones ever less often. Paid orders are asked about
 * after those, for a day: a second payment of which neither the browser nor a webhook told us has to go back.
 * @param input.afterSeconds age from which an order hangs; the browser and the webhook come first
 * @returns how many orders were asked about, and how many answers changed nothing or something
 */
export async function reconcileOrders(input: {
  db: Db;
  gateway: PaymentGateway;
  limit?: number;
  afterSeconds?: number;
}): Promise<{ orders: number; failed: number }> {
  const { db, gateway, limit = 200, afterSeconds = 30 } = input;
  const claimed = await db.$queryRaw<{ orderId: string }[]>`
    UPDATE "Payment" SET "checkedAt" = now()
     WHERE id IN (
       SELECT id FROM "Payment"
        WHERE gateway = ${gateway.name} AND "createdAt" < now() - make_interval(secs => ${afterSeconds})
          AND ((status IN ('PENDING', 'FAILED', 'PROCESSING') AND "createdAt" > now() - make_interval(days => ${ASK_FOR_DAYS})
                AND ("checkedAt" IS NULL OR "checkedAt" < now() - greatest(interval '45 seconds', (now() - "createdAt") / 4)))
            OR (status = 'COMPLETED' AND "createdAt" > now() - make_interval(days => ${SECOND_PAYMENT_DAYS})
                AND ("checkedAt" IS NULL OR "checkedAt" < now() - greatest(interval '2 minutes', (now() - "createdAt") / 2))))
        ORDER BY (status = 'COMPLETED'), "checkedAt" NULLS FIRST, "createdAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING "orderId"`;
  const orders = [...new Set(claimed.map((row) => row.orderId))].sort();
  let failed = 0;
  for (const orderId of orders) {
    try {
      // Oldest first: of two payments, the first is the booking's.
      for (const seen of (await gateway.fetchOrderPayments(orderId)).reverse()) await settleSeen({ db, gateway, seen });
    } catch (error) {
      failed++;
      log.warn({ orderId, err: error instanceof GatewayError ? error.message : error }, "order could not be reconciled");
    }
  }
  return { orders: orders.length, failed };
}
