import { expect } from "vitest";
import type { Db } from "~/server/db";
import { auditBooks } from "~/server/services/integrity/audit-books";

/** Fails the test where seats, bookings and money do not agree: the audit that admins see. */
export async function expectSoundBooks(db: Db): Promise<void> {
  const { rules } = await auditBooks({ db });
  const broken = rules.filter((rule) => rule.broken > 0).map(({ name, examples }) => ({ name, examples: examples.slice(0, 3) }));
  expect(broken).toEqual([]);
}

/**
 * Fails the test where the sandbox bank's own books and ours disagree by a paisa: what it took and gave back of
 * each payment. Payments that nobody told us of are excused only where nothing was captured.
 */
export async function expectBankAgrees(db: Db): Promise<void> {
  const disagreements = await db.$queryRaw<unknown[]>`
    SELECT bank.id, bank.body->>'status' AS bank, p.status::text AS ours, p."capturedPaise", p."refundedPaise"
      FROM "SandboxRecord" bank LEFT JOIN "Payment" p ON p."gatewayPaymentId" = bank.id
     WHERE bank.kind = 'payment'
       AND (CASE WHEN (bank.body->>'captured')::boolean OR bank.body->>'status' = 'refunded' THEN (bank.body->>'amount')::int ELSE 0 END
              <> coalesce(p."capturedPaise", 0)
         OR (bank.body->>'amount_refunded')::int <> coalesce((
              SELECT sum(r."amountPaise") FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'COMPLETED'), 0))`;
  expect(disagreements).toEqual([]);
}
