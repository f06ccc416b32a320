import type { Db } from "~/server/db/db";
import { GatewayError } from "~/server/gateways/gateway-error";
import type { GatewayPayment, PaymentGateway } from "~/server/gateways/payment";
import { log } from "~/server/log";
import { attemptRefunds } from "./attempt-refund";
import { bookingTransaction } from "./booking-transaction";
import { readByOrder } from "./read-for-settling";
import { recordMoney, type NextStep, type Recorded } from "./record-money";
import { acceptedAlready, captureQuickly, confirmQuickly, usualMoney, type QuicklyConfirmed } from "./settle-quickly";

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
  let reading = await readByOrder(db, seen.orderId);
  if (!reading) return null;
  const bookingId = reading.id;
  const record = (payment: GatewayPayment) => bookingTransaction(db, bookingId, (tx, booking) => recordMoney(tx, booking, payment));

  const money = usualMoney(reading, seen);
  let confirmed = money && (await confirmQuickly(db, reading, money));
  if (confirmed && money?.status === "COMPLETED") return acceptedNow(bookingId, confirmed, "NOTHING");
  // Browser and webhook come at the same moment: who was second finds it done, and need not wait for the lock.
  if (money && !confirmed) reading = (await readByOrder(db, seen.orderId)) ?? reading;
  const known = confirmed ? null : acceptedAlready(reading, seen);
  if (known?.captured) return acceptedNow(bookingId, known, "NOTHING");
  confirmed ??= known;

  let latest = seen;
  if (confirmed) {
    const captured = seen.status === "captured" ? seen : await capture(gateway, seen);
    if (!captured) return acceptedNow(bookingId, confirmed, "CAPTURE");
    if (await captureQuickly(db, confirmed, captured)) return acceptedNow(bookingId, confirmed, "NOTHING");
    const now = await readByOrder(db, seen.orderId);
    if (now && acceptedAlready(now, captured)?.captured) return acceptedNow(bookingId, confirmed, "NOTHING");
    latest = captured;
  }

  let recorded = await record(latest);
  if (recorded?.next === "CAPTURE" && !confirmed) {
    const captured = await capture(gateway, seen);
    if (captured) recorded = await record(captured);
  }
  if (recorded?.next === "REFUND") await attemptRefunds({ db, gateway, paymentRowId: recorded.paymentRowId });
  return recorded;
}

function acceptedNow(bookingId: string, { confirmedAt, paymentId }: QuicklyConfirmed, next: NextStep): Recorded {
  return { bookingId, bookingStatus: "CONFIRMED", confirmedAt, paymentRowId: paymentId!, accepted: true, refundCause: null, next };
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
