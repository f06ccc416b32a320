import { STUCK_AFTER_ATTEMPTS } from "~/domain/retry";
import type { Db } from "~/server/db/db";
import { UNKNOWN_ORDER } from "~/server/services/sale/money/webhooks/process-webhook";
import { REFUSED } from "~/server/services/sale/money/attempt-refund";
import { VOID } from "~/server/services/sale/money/ask-refund";

export type MoneyMatter = {
  kind: "REFUND_STUCK" | "REFUND_FAILED" | "CAPTURE_STUCK" | "UNKNOWN_PAYMENT" | "WEBHOOK_STUCK" | "WRONG_AMOUNT" | "REFUNDED_ELSEWHERE" | "CANCELLATION_STUCK";
  id: string;
  /** What happened, in words for an admin. */
  says: string;
  bookingId: string | null;
  amountPaise: number | null;
  since: Date;
};

/** Matters shown at most; the oldest first. */
const SHOWN = 200;

/** What about money a person must look at, with its reason: empty on a good day. */
export async function moneyList({ db }: { db: Db }): Promise<MoneyMatter[]> {
  return db.$queryRaw<MoneyMatter[]>`
    SELECT * FROM (
      SELECT CASE WHEN r.status = 'FAILED' THEN 'REFUND_FAILED' ELSE 'REFUND_STUCK' END AS kind, r.id,
             r.reason || ', ' || r.attempts || ' attempts: ' || coalesce(r."lastError", 'no answer yet') AS says,
             r."bookingId", r."amountPaise", r."createdAt" AS since
        FROM "Refund" r
       WHERE (r.status = 'FAILED' AND r."lastError" IS DISTINCT FROM ${VOID})
          OR (r.status IN ('PENDING', 'PROCESSING') AND (r.attempts >= ${STUCK_AFTER_ATTEMPTS} OR r."lastError" LIKE ${`${REFUSED}%`} OR r."createdAt" < now() - interval '1 day'))
      UNION ALL
      SELECT 'CAPTURE_STUCK', p.id, 'authorised, seats sold, and not captured for an hour', p."bookingId", p."amountPaise", p."authorisedAt"
        FROM "Payment" p WHERE p.status = 'PROCESSING' AND p."acceptedAt" IS NOT NULL AND p."authorisedAt" < now() - interval '1 hour'
      UNION ALL
      SELECT 'WRONG_AMOUNT', r.id, 'paid ' || r."amountPaise" || ' paise for a booking of ' || b."totalPaise" || '; all of it went back',
             r."bookingId", r."amountPaise", r."createdAt"
        FROM "Refund" r JOIN "Booking" b ON b.id = r."bookingId"
       WHERE r.reason LIKE 'WRONG_AMOUNT:%' AND r."createdAt" > now() - interval '7 days'
      UNION ALL
      SELECT 'REFUNDED_ELSEWHERE', r.id, 'given back at the gateway, not by us; the booking keeps its seats', r."bookingId", r."amountPaise", r."createdAt"
        FROM "Refund" r JOIN "Booking" b ON b.id = r."bookingId"
       WHERE r.reason LIKE 'AT_GATEWAY:%' AND b.status = 'CONFIRMED' AND r."createdAt" > now() - interval '7 days'
      UNION ALL
      SELECT 'UNKNOWN_PAYMENT', w.id, w.type || ' ' || coalesce(w.payload->'payload'->'payment'->'entity'->>'id', '') || ': ' || w.outcome,
             NULL, (w.payload->'payload'->'payment'->'entity'->>'amount')::int, w."receivedAt"
        FROM "WebhookEvent" w WHERE w.outcome = ${UNKNOWN_ORDER}
      UNION ALL
      SELECT 'WEBHOOK_STUCK', w.id, w.type || ', ' || w.attempts || ' attempts: ' || coalesce(w."lastError", 'cut off'), NULL, NULL, w."receivedAt"
        FROM "WebhookEvent" w WHERE w."processedAt" IS NULL AND w.attempts >= ${STUCK_AFTER_ATTEMPTS}
      UNION ALL
      SELECT 'CANCELLATION_STUCK', t."entityId", coalesce(t.error, 'no progress for an hour'), NULL, NULL, t."createdAt"
        FROM "Task" t WHERE t.kind = 'cancel-event-bookings'
         AND (t.status = 'FAILED' OR (t.status = 'RUNNING' AND t."updatedAt" < now() - interval '1 hour'))
    ) matters ORDER BY since LIMIT ${SHOWN}`;
}
