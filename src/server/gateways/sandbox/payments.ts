import { z } from "zod";
import { sign } from "../signature";
import { BankRefusal, newId, unixNow, type Bank } from "./bank";
import { faultsOn } from "./faults";
import { findOrder } from "./orders";
import { announce } from "./webhooks";

export type PaymentBody = {
  order_id: string;
  status: "created" | "authorized" | "captured" | "failed" | "refunded";
  amount: number;
  currency: string;
  method: string;
  captured: boolean;
  amount_refunded: number;
  error_code: string | null;
  error_description: string | null;
  created_at: number;
};
export type PaymentEntity = PaymentBody & { id: string; entity: "payment" };

const payRequest = z.object({
  order_id: z.string(),
  method: z.enum(["card", "upi", "netbanking"]),
  outcome: z.enum(["success", "failure", "late"]),
});

/**
 * What a buyer does in the bank's checkout dialog. `late`: the bank keeps silent, and authorises by itself
 * `lateMs` from now. The answer is signed whatever the outcome: the shop must ask, not believe.
 */
export async function pay(bank: Bank, request: unknown) {
  const parsed = payRequest.safeParse(request);
  if (!parsed.success) throw new BankRefusal(400, "The payment is not well formed");
  const { order_id, method, outcome } = parsed.data;
  const order = await findOrder(bank, order_id);
  if (!order) throw new BankRefusal(400, "The id provided does not exist");
  const id = newId("pay");
  const failed = outcome === "failure";
  const status = failed ? "failed" : outcome === "late" ? "created" : "authorized";
  const body: PaymentBody & { authorize_at: number | null } = {
    order_id,
    status,
    amount: order.amount,
    currency: order.currency,
    method,
    captured: false,
    amount_refunded: 0,
    error_code: failed ? "BAD_REQUEST_ERROR" : null,
    error_description: failed ? "Your bank declined the payment." : null,
    created_at: unixNow(),
    authorize_at: outcome === "late" ? Date.now() + bank.lateMs : null,
  };
  await bank.db.$executeRaw`
    INSERT INTO "SandboxRecord" (id, kind, "parentId", body) VALUES (${id}, 'payment', ${order_id}, ${JSON.stringify(body)}::jsonb)`;
  if (status !== "created") await announce(bank, [`payment.${status}`], { id, entity: "payment", ...body });
  if (status === "authorized" && order.status === "paid") await giveBack(bank, id);
  // Only a convenience: time decides, whoever looks first.
  if (outcome === "late" && bank.delivery === "auto") {
    setTimeout(() => void payment(bank, id).catch(() => undefined), bank.lateMs + 5).unref();
  }
  return {
    razorpay_payment_id: id,
    razorpay_order_id: order_id,
    razorpay_signature: sign(`${order_id}|${id}`, bank.keySecret),
  };
}

/**
 * The bank says yes. A payment of an order that is paid already goes back at once, never captured
 * (razorpay.com/docs/payments/refunds/auto-refunds).
 */
export async function authorise(bank: Bank, id: string): Promise<void> {
  const [changed] = await bank.db.$queryRaw<{ body: PaymentBody }[]>`
    UPDATE "SandboxRecord" SET body = body || '{"status": "authorized", "error_code": null, "error_description": null}'
     WHERE id = ${id} AND kind = 'payment' AND body->>'status' IN ('created', 'failed') RETURNING body`;
  if (!changed) return;
  await announce(bank, ["payment.authorized"], { id, entity: "payment", ...changed.body });
  if ((await findOrder(bank, changed.body.order_id))?.status === "paid") await giveBack(bank, id);
}

/** POST /v1/payments/:id/capture */
export async function capture(bank: Bank, id: string, request: unknown): Promise<PaymentEntity> {
  const before = await payment(bank, id);
  const { amount } = z.object({ amount: z.number() }).catch({ amount: -1 }).parse(request);
  if (before.status !== "authorized") throw new BankRefusal(400, "This payment is not in the authorized state");
  if (amount !== before.amount) throw new BankRefusal(400, "Capture amount must be equal to the amount authorized");
  const fault = await faultsOn(bank, "capture");
  if (await fault("decline")) {
    const lapsed = await bank.db.$executeRaw`
      UPDATE "SandboxRecord" SET body = body || '{"status": "failed", "error_description": "The authorisation has lapsed."}'
       WHERE id = ${id} AND body->>'status' = 'authorized'`;
    if (lapsed === 0) throw new BankRefusal(400, "This payment is not in the authorized state");
    await announce(bank, ["payment.failed"], await readBody(bank, id));
    throw new BankRefusal(400, "The authorisation has lapsed");
  }
  // With the fault "secondCapture" the order is no protection: both payments of one order are captured.
  const lenient = (await fault("secondCapture")) !== null;
  const [captured] = await bank.db.$queryRaw<{ body: PaymentBody }[]>`
    WITH paid AS (
      UPDATE "SandboxRecord" SET body = body || '{"status": "paid"}'
       WHERE id = ${before.order_id} AND (body->>'status' <> 'paid' OR ${lenient}) RETURNING id)
    UPDATE "SandboxRecord" SET body = body || '{"status": "captured", "captured": true}'
     WHERE id = ${id} AND body->>'status' = 'authorized' AND EXISTS (SELECT 1 FROM paid) RETURNING body`;
  if (!captured) {
    const now = await readBody(bank, id);
    if (now.status === "authorized") await giveBack(bank, id);
    throw new BankRefusal(400, now.captured ? "This payment has already been captured" : "The order is already paid");
  }
  const after: PaymentEntity = { id, entity: "payment", ...captured.body };
  await announce(bank, ["payment.captured", "order.paid"], after);
  return after;
}

async function giveBack(bank: Bank, id: string): Promise<void> {
  const given = await bank.db.$executeRaw`
    UPDATE "SandboxRecord" SET body = body || jsonb_build_object('status', 'refunded', 'amount_refunded', body->'amount')
     WHERE id = ${id} AND body->>'status' = 'authorized'`;
  if (given > 0) await announce(bank, ["refund.processed"], await readBody(bank, id));
}

/** GET /v1/payments/:id. A late payment whose time has come is authorised by being looked at. */
export async function payment(bank: Bank, id: string): Promise<PaymentEntity> {
  const { authorize_at: due, ...entity } = await readBody(bank, id);
  if (entity.status !== "created" || (due ?? Infinity) > Date.now()) return entity;
  await authorise(bank, id);
  return readBody(bank, id);
}

/** GET /v1/orders/:id/payments, newest first. */
export async function paymentsOf(bank: Bank, orderId: string) {
  const rows = await bank.db.sandboxRecord.findMany({
    where: { parentId: orderId, kind: "payment" },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  const items = await Promise.all(rows.map((row) => payment(bank, row.id)));
  return { entity: "collection", count: items.length, items };
}

async function readBody(bank: Bank, id: string): Promise<PaymentEntity & { authorize_at?: number | null }> {
  const row = await bank.db.sandboxRecord.findUnique({ where: { id } });
  if (row?.kind !== "payment") throw new BankRefusal(400, "The id provided does not exist");
  return { id, entity: "payment", ...(row.body as unknown as PaymentBody) };
}
