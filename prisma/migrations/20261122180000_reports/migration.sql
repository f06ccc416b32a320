-- What lists and reports read, so that none of them reads a large table from end to end (docs/decisions/0061).

-- Sales: everything that figures are made of stands in the index, so that no booking itself is read.
CREATE INDEX "Booking_sales" ON "Booking" ("eventId", "confirmedAt")
  INCLUDE ("seatCount", "totalPaise", "discountPaise", "taxPaise", "createdAt") WHERE status = 'CONFIRMED';
CREATE INDEX "Booking_sales_by_time" ON "Booking" ("confirmedAt")
  INCLUDE ("eventId", "seatCount", "totalPaise", "discountPaise", "taxPaise", "createdAt") WHERE status = 'CONFIRMED';
CREATE INDEX "Booking_begun" ON "Booking" ("createdAt") INCLUDE ("eventId", status) WHERE "createdAt" IS NOT NULL;
CREATE INDEX "Booking_buyers" ON "Booking" ("eventId", "userId") INCLUDE (id, "bookingNumber") WHERE status = 'CONFIRMED';
CREATE INDEX "Booking_with_coupon" ON "Booking" ("eventId") WHERE "couponId" IS NOT NULL;
CREATE INDEX "BookingItem_attendees" ON "BookingItem" ("eventId", id) WHERE live;

-- Money knows its event. A trigger fills it in, so that no writer can forget it or say another.
ALTER TABLE "Payment" ADD COLUMN "eventId" TEXT;
ALTER TABLE "Refund" ADD COLUMN "eventId" TEXT;
UPDATE "Payment" p SET "eventId" = b."eventId" FROM "Booking" b WHERE b.id = p."bookingId";
UPDATE "Refund" r SET "eventId" = b."eventId" FROM "Booking" b WHERE b.id = r."bookingId";

CREATE FUNCTION event_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."eventId" := (SELECT b."eventId" FROM "Booking" b WHERE b.id = NEW."bookingId");
  RETURN NEW;
END $$;
CREATE TRIGGER event_of_booking BEFORE INSERT OR UPDATE OF "bookingId", "eventId" ON "Payment"
  FOR EACH ROW EXECUTE FUNCTION event_of_booking();
CREATE TRIGGER event_of_booking BEFORE INSERT OR UPDATE OF "bookingId", "eventId" ON "Refund"
  FOR EACH ROW EXECUTE FUNCTION event_of_booking();

CREATE INDEX "Payment_captured" ON "Payment" ("eventId", "capturedAt")
  INCLUDE ("capturedPaise", "refundedPaise", "bookingId") WHERE "capturedAt" IS NOT NULL;
CREATE INDEX "Payment_captured_by_time" ON "Payment" ("capturedAt") INCLUDE ("eventId", "capturedPaise") WHERE "capturedAt" IS NOT NULL;
CREATE INDEX "Refund_standing" ON "Refund" ("eventId", "createdAt") INCLUDE ("amountPaise", reason) WHERE status <> 'FAILED';
CREATE INDEX "Refund_standing_by_time" ON "Refund" ("createdAt") INCLUDE ("eventId", "amountPaise") WHERE status <> 'FAILED';

-- The admin's lists.
CREATE INDEX "User_present" ON "User" ("createdAt", id) WHERE "deletedAt" IS NULL;
CREATE INDEX "User_name_trgm" ON "User" USING gin (name gin_trgm_ops);
CREATE INDEX "User_email_trgm" ON "User" USING gin (email gin_trgm_ops);
CREATE INDEX "AuditEntry_entity_createdAt_idx" ON "AuditEntry" (entity, "createdAt");
CREATE INDEX "OutboxMessage_status_createdAt_idx" ON "OutboxMessage" (status, "createdAt");
-- By the beginning of a word. (A condition that always holds: Prisma compares no partial indexes, and knows of no
-- operator class in such a one.)
CREATE INDEX "AuditEntry_action" ON "AuditEntry" (action text_pattern_ops, "createdAt") WHERE action IS NOT NULL;
CREATE INDEX "OutboxMessage_recipient" ON "OutboxMessage" (recipient text_pattern_ops) WHERE recipient IS NOT NULL;
CREATE INDEX "OutboxMessage_template" ON "OutboxMessage" (template text_pattern_ops) WHERE template IS NOT NULL;
