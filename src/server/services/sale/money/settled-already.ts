import type { Db } from "~/server/db/db";

/** Events that only say what a row at COMPLETED or beyond says too. */
const soFar = new Set(["payment.authorized", "payment.captured", "payment.failed", "order.paid"]);

/**
 * Whether an event is older news than what is written down: its payment is captured and decided about, so that the
 * gateway need not be asked again. Refund events are never old news: others may have refunded at the gateway.
 */
export async function settledAlready(db: Db, gatewayPaymentId: string, event: string): Promise<boolean> {
  if (!soFar.has(event)) return false;
  const payment = await db.payment.findUnique({
    where: { gatewayPaymentId },
    select: { status: true, acceptedAt: true, refunds: { select: { id: true }, take: 1 } },
  });
  const captured = payment && ["COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"].includes(payment.status);
  return Boolean(captured && (payment.acceptedAt || payment.refunds.length > 0));
}
