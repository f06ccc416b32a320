import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { bookingTransaction } from "~/server/services/sale/money/booking-transaction";
import { recordRefund } from "~/server/services/sale/money/record-refund";

/**
 * Asks the gateway how one of our refunds stands, and writes it down.
 * @returns false where the refund is none that we have written down under this id
 * @throws GatewayError
 */
export async function syncRefund(input: { db: Db; gateway: PaymentGateway; gatewayRefundId: string }): Promise<boolean> {
  const { db, gateway, gatewayRefundId } = input;
  const row = await db.refund.findUnique({ where: { gatewayRefundId }, select: { id: true, bookingId: true, status: true, idempotencyKey: true } });
  if (!row) return false;
  if (row.status === "COMPLETED") return true;
  const refund = await gateway.fetchRefund(gatewayRefundId);
  await bookingTransaction(db, row.bookingId, (tx, booking) => recordRefund(tx, booking, { refundId: row.id, askedWith: row.idempotencyKey, refund }));
  return true;
}
