import { z } from "zod";
import { BankRefusal, newId, unixNow, type Bank } from "./bank";
import { faultsOn } from "./faults";
import { payment } from "./payments";
import { announce } from "./webhooks";

type RefundBody = { payment_id: string; amount: number; status: "pending" | "processed" | "failed"; created_at: number };

/**
 * POST /v1/payments/:id/refund. One key, one refund: the same key with another body is refused
 * (razorpay.com/docs/api/refunds/normal-refunds-idempotent).
 */
export async function refund(bank: Bank, paymentId: string, request: unknown, key: string | null) {
  if (key !== null && !/^[\w-]{10,}$/.test(key)) throw new BankRefusal(400, "The idempotency key is not well formed");
  const { amount } = z.object({ amount: z.number().int().min(100) }).catch({ amount: -1 }).parse(request);
  if (amount < 0) throw new BankRefusal(400, "The refund amount must be at least INR 1.00");
  const known = key ? await bank.db.sandboxRecord.findFirst({ where: { kind: "refund", idempotencyKey: key } }) : null;
  if (known) return sameRefund(known, paymentId, amount);

  const fault = await faultsOn(bank, "refund");
  const status = (await fault("decline")) ? "failed" : (await fault("pend")) ? "pending" : "processed";
  const id = newId("rfnd");
  const body: RefundBody = { payment_id: paymentId, amount, status, created_at: unixNow() };
  const counted = status === "failed" ? 0 : amount;
  try {
    const made = await bank.db.$executeRaw`
      WITH paid AS (
        UPDATE "SandboxRecord" SET body = body || jsonb_build_object(
                 'amount_refunded', (body->>'amount_refunded')::int + ${counted}::int,
                 'status', CASE WHEN (body->>'amount_refunded')::int + ${counted}::int = (body->>'amount')::int THEN 'refunded' ELSE 'captured' END)
         WHERE id = ${paymentId} AND kind = 'payment' AND (body->>'captured')::boolean
           AND (body->>'amount_refunded')::int + ${amount}::int <= (body->>'amount')::int RETURNING id)
      INSERT INTO "SandboxRecord" (id, kind, "parentId", "idempotencyKey", body)
      SELECT ${id}, 'refund', paid.id, ${key}, ${JSON.stringify(body)}::jsonb FROM paid`;
    if (made === 0) throw new BankRefusal(400, "The total refund amount is greater than the payment amount, or nothing was captured");
  } catch (error) {
    // Two of the same key at the same moment: the second finds the first one's.
    const first = key ? await bank.db.sandboxRecord.findFirst({ where: { kind: "refund", idempotencyKey: key } }) : null;
    if (first) return sameRefund(first, paymentId, amount);
    throw error;
  }
  const event = { processed: "refund.processed", failed: "refund.failed", pending: "refund.created" }[status];
  await announce(bank, [event], await payment(bank, paymentId), { id, entity: "refund", ...body });
  return { id, entity: "refund", ...body };
}

/** GET /v1/refunds/:id */
export async function findRefund(bank: Bank, id: string) {
  // A pending refund is through the next time somebody looks.
  await bank.db.$executeRaw`
    UPDATE "SandboxRecord" SET body = body || '{"status": "processed"}'
     WHERE id = ${id} AND kind = 'refund' AND body->>'status' = 'pending'`;
  const row = await bank.db.sandboxRecord.findUnique({ where: { id } });
  if (row?.kind !== "refund") throw new BankRefusal(400, "The id provided does not exist");
  return { id, entity: "refund", ...(row.body as unknown as RefundBody) };
}

function sameRefund(row: { id: string; body: unknown }, paymentId: string, amount: number) {
  const body = row.body as RefundBody;
  if (body.payment_id !== paymentId || body.amount !== amount) {
    throw new BankRefusal(400, "Different request with the same idempotency key has already been processed.");
  }
  return { id: row.id, entity: "refund", ...body };
}
