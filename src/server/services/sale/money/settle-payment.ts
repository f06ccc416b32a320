import type { Db } from "~/server/db/db";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { GatewayPayment, PaymentGateway } from "~/server/gateways/payment";
import { log } from "~/server/log";
import { attemptRefunds } from "~/server/services/sale/money/refunds/attempt-refund";
import { bookingTransaction } from "./booking-transaction";
import { recordMoney, type Recorded } from "./record-money";

/**
 * Brings one payment as far as it goes: asks the gateway, writes down, takes the seats, captures, gives back. The
 * browser's return, a webhook and the reconciling job all come here, in any order, any number of times.
 * A capture or refund whose answer is lost does not throw: what is written down drives the next try.
 * @returns null where the payment's order is none of ours
 * @throws GatewayError where the payment could not be asked about; AppError BUSY
 */
export async function settlePayment(input: {
  db: Db;
  gateway: PaymentGateway;
  paymentId: string;
}): Promise<{ seen: GatewayPayment; recorded: Recorded | null }> {
  const { db, gateway, paymentId } = input;
  const seen = await gateway.fetchPayment(paymentId);
  return { seen, recorded: await settleSeen({ db, gateway, seen }) };
}

/** As `settlePayment`, with the gateway's answer in hand. */
export async function settleSeen(input: { db: Db; gateway: PaymentGateway; seen: GatewayPayment }): Promise<Recorded | null> {
  const { db, gateway, seen } = input;
  const order = await db.payment.findFirst({ where: { orderId: seen.orderId }, select: { bookingId: true } });
  if (!order) return null;
  const record = (payment: GatewayPayment) => bookingTransaction(db, order.bookingId, (tx, booking) => recordMoney(tx, booking, payment));

  let recorded = await record(seen);
  if (recorded?.next === "CAPTURE") {
    const captured = await capture(gateway, seen);
    if (captured) recorded = await record(captured);
  }
  if (recorded?.next === "REFUND") await attemptRefunds({ db, gateway, paymentRowId: recorded.paymentRowId });
  return recorded;
}

/**
 * What the gateway says after an attempt to capture; null where it gave no answer. A refusal is followed by a
 * question: the authorisation may have lapsed.
 */
export async function capture(gateway: PaymentGateway, { paymentId, amountPaise }: GatewayPayment): Promise<GatewayPayment | null> {
  try {
    return await gateway.capture({ paymentId, amountPaise });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    log.warn({ paymentId, failure: error.failure }, `capture: ${error.message}`);
    if (error.failure !== "REFUSED") return null;
    return gateway.fetchPayment(paymentId).catch(() => null);
  }
}
