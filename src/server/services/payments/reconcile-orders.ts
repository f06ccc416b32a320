import type { Db } from "~/server/db";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { PaymentGateway } from "~/server/gateways/payment";
import { log } from "~/server/log";
import { settleSeen } from "./settle-payment";

/** Razorpay hears from a silent bank for up to three days, and gives up an uncaptured payment in five. */
const ASK_FOR_DAYS = 5;

/**
 * Asks the gateway about every order that hangs: no payment seen, one declined (a bank may still change its mind),
 * or one authorised and not captured. Young ones each minute, old ones ever less often.
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
        WHERE status IN ('PENDING', 'FAILED', 'PROCESSING') AND gateway = ${gateway.name}
          AND "createdAt" BETWEEN now() - make_interval(days => ${ASK_FOR_DAYS}) AND now() - make_interval(secs => ${afterSeconds})
          AND ("checkedAt" IS NULL OR "checkedAt" < now() - greatest(interval '45 seconds', (now() - "createdAt") / 4))
        ORDER BY "checkedAt" NULLS FIRST, "createdAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
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
