-- Sales that ended later stay in the reports: small indexes, which a sale itself writes nothing to.
CREATE INDEX "Booking_ended_sales" ON "Booking" ("eventId", "confirmedAt")
  INCLUDE ("seatCount", "totalPaise", "discountPaise", "taxPaise", "createdAt")
  WHERE status IN ('CANCELLED', 'REFUNDED') AND "confirmedAt" IS NOT NULL;
CREATE INDEX "Booking_ended_sales_by_time" ON "Booking" ("confirmedAt")
  INCLUDE ("eventId", "seatCount", "totalPaise", "discountPaise", "taxPaise", "createdAt")
  WHERE status IN ('CANCELLED', 'REFUNDED') AND "confirmedAt" IS NOT NULL;
