import { LEAST_REFUND_PAISE } from "~/domain/cancellation";
import type { Rule } from "./rule";

/** Refunds that count: asked for, under way or done. */
const COUNTING = `r.status <> 'FAILED'`;

/** No paisa unexplained. */
export const moneyRules: Rule[] = [
  {
    name: "sums",
    says: "Items - discount + GST = total, and the GST is the event's rate (18 %, or none) of what is taxed, rounded once.",
    sql: `SELECT b.id, 'items ' || coalesce(sum(i."pricePaise"), 0) || ', subtotal ' || b."subtotalPaise" || ', discount ' || b."discountPaise"
                 || ', tax ' || b."taxPaise" || ', total ' || b."totalPaise" AS detail
            FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" LEFT JOIN "BookingItem" i ON i."bookingId" = b.id
           GROUP BY b.id, e."taxBps"
          HAVING coalesce(sum(i."pricePaise"), 0) <> b."subtotalPaise"
              OR b."subtotalPaise" - b."discountPaise" + b."taxPaise" <> b."totalPaise"
              OR floor(((b."subtotalPaise" - b."discountPaise")::bigint * e."taxBps" + 5000) / 10000) <> b."taxPaise"`,
  },
  {
    name: "confirmed-is-paid",
    says: "A confirmed booking is paid by exactly one payment of exactly its total, unless it was free.",
    sql: `SELECT b.id, count(p.id) || ' accepted payments of ' || coalesce(sum(p."amountPaise"), 0) || ' for a total of ' || b."totalPaise" AS detail
            FROM "Booking" b LEFT JOIN "Payment" p ON p."bookingId" = b.id AND p."acceptedAt" IS NOT NULL
                             AND p.status IN ('PROCESSING', 'COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED')
           WHERE b.status = 'CONFIRMED'
           GROUP BY b.id, b."totalPaise"
          HAVING coalesce(sum(p."amountPaise"), 0) <> b."totalPaise" OR count(p.id) > 1`,
  },
  {
    name: "captured-is-explained",
    says: "Every captured payment confirmed its booking, or goes back whole, once.",
    sql: `SELECT p.id, 'captured ' || p."capturedPaise" || ', no booking confirmed by it, ' || count(r.id) || ' refunds of ' || coalesce(sum(r."amountPaise"), 0) AS detail
            FROM "Payment" p LEFT JOIN "Refund" r ON r."paymentId" = p.id AND ${COUNTING}
           WHERE p."capturedPaise" > 0 AND p."acceptedAt" IS NULL
           GROUP BY p.id HAVING coalesce(sum(r."amountPaise"), 0) <> p."capturedPaise"`,
  },
  {
    name: "kept-is-owed",
    says: "What is kept of a booking's money (captured - refunded) is its price where it stands, less what its policy or its organizer gives back, and nothing where it never came about.",
    sql: `SELECT b.id, b.status || ': captured ' || sum(p."capturedPaise") || ', refunded ' || sum(p."refundedPaise") || ', total ' || b."totalPaise" AS detail
            FROM "Booking" b JOIN "Payment" p ON p."bookingId" = b.id
           WHERE NOT EXISTS (SELECT 1 FROM "Payment" o WHERE o."bookingId" = b.id AND o.status = 'PROCESSING')
           GROUP BY b.id
          HAVING sum(p."capturedPaise") - sum(p."refundedPaise") <> CASE
             WHEN bool_or(p."acceptedAt" IS NOT NULL) THEN b."totalPaise" - (
               SELECT coalesce(sum(r."amountPaise"), 0) FROM "Refund" r JOIN "Payment" a ON a.id = r."paymentId"
                WHERE a."bookingId" = b.id AND a."acceptedAt" IS NOT NULL AND ${COUNTING})
             ELSE 0 END`,
  },
  {
    name: "policy-kept",
    says: "Who cancelled by the policy gets back the share it names.",
    sql: `SELECT r.id, r."amountPaise" || ' given back of ' || b."totalPaise" || ' under ' || b.policy::text AS detail
            FROM "Refund" r JOIN "Booking" b ON b.id = r."bookingId"
           WHERE r.reason = 'CANCELLED_BY_BUYER'
             AND r."amountPaise" <> least(b."totalPaise", greatest(${LEAST_REFUND_PAISE}, floor((b."totalPaise"::bigint * (b.policy->>'refundBps')::int + 5000) / 10000)))
             AND NOT EXISTS (SELECT 1 FROM "Refund" o WHERE o."paymentId" = r."paymentId" AND o.id <> r.id)`,
  },
  {
    name: "refunds-counted",
    says: "A payment's refunds add up to what it says, and never to more than was captured.",
    sql: `SELECT p.id, p."refundedPaise" || ' said, ' || coalesce(sum(r."amountPaise"), 0) || ' in refunds, ' || p."capturedPaise" || ' captured' AS detail
            FROM "Payment" p LEFT JOIN "Refund" r ON r."paymentId" = p.id AND ${COUNTING}
           WHERE p."capturedPaise" > 0
           GROUP BY p.id HAVING coalesce(sum(r."amountPaise"), 0) <> p."refundedPaise" OR p."refundedPaise" > p."capturedPaise"`,
  },
  {
    name: "refunds-arrive",
    says: "A promised refund is done or under way; none has failed for good.",
    sql: `SELECT r.id, r.reason || ' of ' || r."amountPaise" || ': ' || coalesce(r."lastError", '') AS detail
            FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId" WHERE r.status = 'FAILED' AND p."capturedPaise" > 0`,
  },
  {
    name: "status-follows-money",
    says: "A payment's status says what happened to its money.",
    sql: `SELECT p.id, p.status || ': captured ' || p."capturedPaise" || ', given back ' || coalesce(sum(r."amountPaise"), 0) AS detail
            FROM "Payment" p LEFT JOIN "Refund" r ON r."paymentId" = p.id AND r.status = 'COMPLETED'
           GROUP BY p.id
          HAVING (p.status IN ('PENDING', 'PROCESSING', 'FAILED')) <> (p."capturedPaise" = 0)
              OR (p.status = 'REFUNDED') <> (p."capturedPaise" > 0 AND coalesce(sum(r."amountPaise"), 0) = p."capturedPaise")
              OR (p.status = 'PARTIALLY_REFUNDED') <> (coalesce(sum(r."amountPaise"), 0) BETWEEN 1 AND p."capturedPaise" - 1)`,
  },
  {
    name: "paid-is-decided",
    says: "Authorised money has been decided about: its booking is confirmed by it, or it goes back.",
    sql: `SELECT p.id, 'PROCESSING, neither accepted nor going back' AS detail FROM "Payment" p
           WHERE p.status = 'PROCESSING' AND p."acceptedAt" IS NULL
             AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id AND ${COUNTING})`,
  },
  {
    name: "coupon-uses",
    says: "A coupon's uses are those of bookings that wait or are paid, and a discount has its coupon.",
    sql: `SELECT c.id, c."usedCount" || ' said, ' || count(d.id) || ' uses, limit ' || coalesce(c."usageLimit"::text, 'none') AS detail
            FROM "Coupon" c LEFT JOIN "CouponRedemption" d ON d."couponId" = c.id AND d.state <> 'RETURNED'
           GROUP BY c.id HAVING c."usedCount" <> count(d.id) OR c."usedCount" > c."usageLimit"
          UNION ALL
          SELECT b.id, 'discount ' || b."discountPaise" || ' without a redemption of it'
            FROM "Booking" b LEFT JOIN "CouponRedemption" d ON d."bookingId" = b.id
           WHERE b."discountPaise" <> coalesce(d."discountPaise", 0)
          UNION ALL
          SELECT b.id, b.status || ' with a coupon use ' || d.state
            FROM "Booking" b JOIN "CouponRedemption" d ON d."bookingId" = b.id
           WHERE (b.status = 'PENDING' AND d.state <> 'RESERVED') OR (b.status <> 'PENDING' AND d.state = 'RESERVED')`,
  },
  {
    name: "invoice-series",
    says: "Invoice numbers run without gaps from 1, for each seller, financial year and kind.",
    sql: `SELECT "sellerKey" || ' ' || "financialYear" || ' ' || kind AS id, 'last ' || max(sequence) || ', ' || count(*) || ' issued' AS detail
            FROM "Invoice" GROUP BY "sellerKey", "financialYear", kind HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
  },
];
