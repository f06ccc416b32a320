import type { Db } from "~/server/db/db";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { bankDisagreements } from "../../harness/bank-disagreements";

/** How the books stand after a storm; `broken` and `disagreements` must be empty, and nothing may be left open. */
export async function report(db: Db) {
  const audit = await auditBooks({ db });
  const [open] = await db.$queryRaw<[{ payments: number; refunds: number; webhooks: number; forged: number; twice: number }]>`
    SELECT (SELECT count(*)::int FROM "Payment" WHERE status = 'PROCESSING') AS payments,
           (SELECT count(*)::int FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
             WHERE r.status <> 'COMPLETED' AND p."capturedPaise" > 0) AS refunds,
           (SELECT count(*)::int FROM "WebhookEvent" WHERE "processedAt" IS NULL) AS webhooks,
           (SELECT count(*)::int FROM "WebhookEvent" WHERE "eventId" LIKE 'forged-%') AS forged,
           (SELECT count(*)::int FROM (SELECT 1 FROM "BookingItem" WHERE live GROUP BY "seatId" HAVING count(*) > 1) t) AS twice`;
  // What a person would look at first: how ours and the bank's stand for the orders that are not done.
  const hanging = await db.$queryRaw<unknown[]>`
    SELECT p."orderId", b.status::text AS booking, p.status::text AS ours, p."acceptedAt" IS NOT NULL AS accepted,
           (SELECT string_agg(bank.id || ' ' || (bank.body->>'status'), ', ' ORDER BY bank."createdAt") FROM "SandboxRecord" bank
             WHERE bank."parentId" = p."orderId" AND bank.kind = 'payment') AS bank, p."gatewayPaymentId"
      FROM "Payment" p JOIN "Booking" b ON b.id = p."bookingId" WHERE p.status = 'PROCESSING' LIMIT 5`;
  const [money] = await db.$queryRaw<[{ capturedPaise: bigint; refundedPaise: bigint; owedPaise: bigint }]>`
    SELECT coalesce(sum("capturedPaise"), 0)::bigint AS "capturedPaise", coalesce(sum("refundedPaise"), 0)::bigint AS "refundedPaise",
           (SELECT coalesce(sum("totalPaise"), 0)::bigint FROM "Booking" WHERE status = 'CONFIRMED') AS "owedPaise"
      FROM "Payment"`;
  const statuses = await db.booking.groupBy({ by: ["status"], _count: { _all: true }, orderBy: { status: "asc" } });
  const causes = await db.$queryRaw<{ cause: string; refunds: number }[]>`
    SELECT split_part(reason, ':', 1) AS cause, count(*)::int AS refunds FROM "Refund" GROUP BY 1 ORDER BY 1`;
  return {
    broken: audit.rules.filter((rule) => rule.broken > 0).map(({ name, broken, examples }) => ({ name, broken, examples: examples.slice(0, 3) })),
    disagreements: await bankDisagreements(db),
    open,
    hanging,
    seatsSoldTwice: open.twice,
    /** Paise in, less paise out, less what confirmed bookings cost. */
    unexplainedPaise: Number(money.capturedPaise - money.refundedPaise - money.owedPaise),
    bookingsBy: Object.fromEntries(statuses.map((row) => [row.status, row._count._all])),
    refundsBy: Object.fromEntries(causes.map((row) => [row.cause, row.refunds])),
  };
}
