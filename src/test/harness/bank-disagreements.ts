import type { Db } from "~/server/db/db";

/** Where the sandbox bank's own books and ours disagree: what it took and gave back of each payment. */
export function bankDisagreements(db: Db): Promise<unknown[]> {
  return db.$queryRaw<unknown[]>`
    SELECT bank.id, bank.body->>'status' AS bank, p.status::text AS ours, p."capturedPaise", p."refundedPaise",
           bank.body->>'captured' AS "bankCaptured", (bank.body->>'amount_refunded')::int AS "bankRefunded",
           (SELECT string_agg(r.reason || ' ' || r.status || ' ' || r."amountPaise" || ' ' || coalesce(r."lastError", ''), ', ')
              FROM "Refund" r WHERE r."paymentId" = p.id) AS refunds
      FROM "SandboxRecord" bank LEFT JOIN "Payment" p ON p."gatewayPaymentId" = bank.id
     WHERE bank.kind = 'payment'
       AND (CASE WHEN (bank.body->>'captured')::boolean OR bank.body->>'status' = 'refunded' THEN (bank.body->>'amount')::int ELSE 0 END
              <> coalesce(p."capturedPaise", 0)
         OR (bank.body->>'amount_refunded')::int <> coalesce((
              SELECT sum(r."amountPaise") FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'COMPLETED'), 0))`;
}
