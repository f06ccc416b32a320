/**
 * 200,000 bookings of two seats over two years: 25,000 of the largest event, all paid; the others' end in every way
 * that bookings end.
 */
export const sales = [
  `CREATE TEMPORARY TABLE sale AS
   SELECT n, event, k, "basePricePaise" * 2 AS subtotal, at, n % 20 = 0 AS coupon, uuidv7(at - now())::text AS id,
          CASE WHEN event = 1 OR n % 100 < 90 THEN 'CONFIRMED' WHEN n % 100 < 94 THEN 'EXPIRED' WHEN n % 100 < 97 THEN 'CANCELLED' ELSE 'REFUNDED' END AS status
     FROM (SELECT n, CASE WHEN n < 25000 THEN 1 ELSE 2 + (n - 25000) % 999 END AS event,
                  CASE WHEN n < 25000 THEN n ELSE (n - 25000) / 999 END AS k, now() - random() * interval '730 days' AS at
             FROM generate_series(0, 199999) n) b
     JOIN "Event" e ON e.serial = 1000000 + b.event ORDER BY at`,
  `UPDATE sale SET status = 'CANCELLED' FROM "Event" e WHERE e.serial = 1000000 + event AND e.status IN ('CANCELLED', 'DRAFT') AND sale.status = 'CONFIRMED'`,
  `CREATE INDEX ON sale (n)`,
  `INSERT INTO "Coupon" (id, code, type, value, "validFrom", "validUntil", "eventId", "usedCount")
   SELECT 'bw-coupon-' || n, 'BENCH' || n, 'PERCENTAGE', 1000, now() - interval '3 years', now() + interval '1 year', 'bw-event-' || n, 0
     FROM generate_series(1, 1000) n`,
  `INSERT INTO "Booking" (id, "bookingNumber", "userId", "eventId", status, "seatCount", "subtotalPaise", "discountPaise", "taxPaise", "totalPaise",
     "couponId", "expiresAt", "holdsUntil", policy, "confirmedAt", "createdAt")
   SELECT id, 'BW' || lpad(n::text, 7, '0'), 'bw-buyer-' || (1 + (n * 7919::bigint) % 20000), 'bw-event-' || event, status::"BookingStatus", 2,
          subtotal, discount, tax, subtotal - discount + tax, CASE WHEN coupon THEN 'bw-coupon-' || event END,
          at + interval '10 minutes', at + interval '10 minutes', '{}', CASE WHEN status IN ('CONFIRMED', 'REFUNDED') THEN at + interval '1 second' * (30 + n % 400) END, at
     FROM sale, LATERAL (SELECT CASE WHEN coupon THEN subtotal / 10 ELSE 0 END AS discount) d,
          LATERAL (SELECT (subtotal - discount) * 18 / 100 AS tax) t ORDER BY at`,
  `INSERT INTO "BookingItem" (id, "bookingId", "eventId", "seatId", "sectionId", "sectionName", "rowLabel", "seatLabel", "pricePaise", live)
   SELECT uuidv7(at - now())::text, sale.id, 'bw-event-' || event, s.id, s."sectionId", 'Stalls', s."rowLabel", s."seatLabel", s."pricePaise", sale.status = 'CONFIRMED'
     FROM sale, generate_series(0, 1) i, LATERAL (SELECT 'bw' || (1000000 + event) || '-' || (2 * k + i) AS seat) w
     JOIN "Seat" s ON s.id = seat ORDER BY at`,
  `INSERT INTO "Payment" (id, "bookingId", gateway, "orderId", "gatewayPaymentId", method, status, "amountPaise", "capturedPaise", "refundedPaise",
     "authorisedAt", "capturedAt", "acceptedAt", "createdAt", "updatedAt")
   SELECT 'bw-pay-' || b."bookingNumber", b.id, 'sandbox', 'order-' || b."bookingNumber", 'pay-' || b."bookingNumber", 'UPI',
          CASE b.status WHEN 'REFUNDED' THEN 'REFUNDED'::"PaymentStatus" ELSE 'COMPLETED' END, b."totalPaise", b."totalPaise",
          CASE b.status WHEN 'REFUNDED' THEN b."totalPaise" ELSE 0 END, b."confirmedAt", b."confirmedAt", b."confirmedAt", b."confirmedAt", now()
     FROM "Booking" b WHERE b."bookingNumber" LIKE 'BW%' AND b."confirmedAt" IS NOT NULL ORDER BY b."confirmedAt"`,
  `INSERT INTO "Refund" (id, "paymentId", "bookingId", "amountPaise", reason, status, "idempotencyKey", "completedAt", "createdAt")
   SELECT 'bw-refund-' || b."bookingNumber", p.id, b.id, b."totalPaise", 'CANCELLED_BY_BUYER', 'COMPLETED', 'bw-' || b."bookingNumber",
          b."confirmedAt" + interval '1 day', b."confirmedAt" + interval '1 day'
     FROM "Booking" b JOIN "Payment" p ON p."bookingId" = b.id WHERE b.status = 'REFUNDED' AND b."bookingNumber" LIKE 'BW%'`,
  `INSERT INTO "CouponRedemption" (id, "couponId", "userId", "bookingId", "discountPaise", state, "createdAt")
   SELECT 'bw-use-' || b."bookingNumber", b."couponId", b."userId", b.id, b."discountPaise",
          CASE WHEN b.status IN ('CONFIRMED', 'REFUNDED') THEN 'USED'::"RedemptionState" ELSE 'RETURNED' END, b."createdAt"
     FROM "Booking" b WHERE b."couponId" LIKE 'bw-coupon-%'`,
];
