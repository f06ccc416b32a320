import type { Db } from "~/server/db/db";

/** Events that only say what a row at COMPLETED or beyond says too. */
const soFar = new Set(["payment.authorized", "payment.captured", "payment.failed", "order.paid"]);

/**
 * Whether an event is older news than what is written down: its payment is captured and decided about, so that the
 * gateway need not be asked again. Refund events are never old news: others may have refunded at the gateway.
 */
export async function settledAlready(db: Db, gatewayPaymentId: string, event: string): Promise<boolean> {
  if (!soFar.has(event)) return false;
  const [payment] = await db.$queryRaw<{ settled: boolean }[]>`
    SELECT p.status IN ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED')
           AND (p."acceptedAt" IS NOT NULL OR EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id)) AS settled
      FROM "Payment" p WHERE p."gatewayPaymentId" = ${gatewayPaymentId}`;
  return payment?.settled ?? false;
}
