-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('USER', 'ORGANIZER', 'ADMIN');

-- CreateEnum
CREATE TYPE "UserTokenKind" AS ENUM ('PASSWORD_RESET', 'VERIFY_EMAIL');

-- CreateEnum
CREATE TYPE "EventCategory" AS ENUM ('MOVIE', 'CONCERT', 'SPORTS', 'THEATER', 'COMEDY', 'CONFERENCE', 'OTHER');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'COMPLETED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "OrphanRule" AS ENUM ('OFF', 'WARN', 'REFUSE');

-- CreateEnum
CREATE TYPE "SeatStatus" AS ENUM ('AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED');

-- CreateEnum
CREATE TYPE "BookingStatus" AS ENUM ('PENDING', 'CONFIRMED', 'CANCELLED', 'EXPIRED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'REFUNDED', 'PARTIALLY_REFUNDED');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('CARD', 'UPI', 'NETBANKING');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED');

-- CreateEnum
CREATE TYPE "CouponType" AS ENUM ('PERCENTAGE', 'FIXED');

-- CreateEnum
CREATE TYPE "RedemptionState" AS ENUM ('RESERVED', 'USED', 'RETURNED');

-- CreateEnum
CREATE TYPE "InvoiceKind" AS ENUM ('INVOICE', 'CREDIT_NOTE');

-- CreateEnum
CREATE TYPE "OutboxStatus" AS ENUM ('PENDING', 'SENDING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('RUNNING', 'DONE', 'FAILED');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "phone" TEXT,
    "role" "Role" NOT NULL DEFAULT 'USER',
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "suspendedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserToken" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" "UserTokenKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UserToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Venue" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "stateCode" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Kolkata',
    "amenities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "decorations" JSONB NOT NULL DEFAULT '[]',
    "ownerId" TEXT,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL,
    "venueId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "seatsPerRow" INTEGER NOT NULL,
    "priceMultiplierBps" INTEGER NOT NULL DEFAULT 10000,
    "layout" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatingPlan" (
    "id" TEXT NOT NULL,
    "venueId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "seatCount" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeatingPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "serial" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "description" TEXT NOT NULL,
    "category" "EventCategory" NOT NULL,
    "artist" TEXT,
    "language" TEXT,
    "ageRating" TEXT,
    "status" "EventStatus" NOT NULL DEFAULT 'DRAFT',
    "organizerId" TEXT NOT NULL,
    "venueId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "planHash" TEXT NOT NULL,
    "seatCount" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "onSaleAt" TIMESTAMPTZ(3),
    "offSaleAt" TIMESTAMPTZ(3),
    "basePricePaise" INTEGER NOT NULL,
    "minPricePaise" INTEGER NOT NULL,
    "maxPricePaise" INTEGER NOT NULL,
    "imageUrl" TEXT,
    "bannerUrl" TEXT,
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "orphanRule" "OrphanRule" NOT NULL DEFAULT 'WARN',
    "cancelUntilHours" INTEGER DEFAULT 24,
    "cancelRefundBps" INTEGER NOT NULL DEFAULT 10000,
    "cancelReason" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventSection" (
    "eventId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "priceMultiplierBps" INTEGER NOT NULL,
    "pricePaise" INTEGER NOT NULL,
    "seatCount" INTEGER NOT NULL,

    CONSTRAINT "EventSection_pkey" PRIMARY KEY ("eventId","sectionId")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sectionId" TEXT NOT NULL,
    "rowLabel" TEXT NOT NULL,
    "seatLabel" TEXT NOT NULL,
    "pricePaise" INTEGER NOT NULL,
    "status" "SeatStatus" NOT NULL DEFAULT 'AVAILABLE',
    "heldBy" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatHold" (
    "userId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seatIds" TEXT[],
    "seatsBought" INTEGER NOT NULL DEFAULT 0,
    "seatLimit" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "extensions" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SeatHold_pkey" PRIMARY KEY ("userId","eventId")
);

-- CreateTable
CREATE TABLE "Booking" (
    "id" TEXT NOT NULL,
    "bookingNumber" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "status" "BookingStatus" NOT NULL DEFAULT 'PENDING',
    "seatCount" INTEGER NOT NULL,
    "subtotalPaise" INTEGER NOT NULL,
    "discountPaise" INTEGER NOT NULL DEFAULT 0,
    "taxPaise" INTEGER NOT NULL,
    "totalPaise" INTEGER NOT NULL,
    "couponId" TEXT,
    "idempotencyKey" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "holdsUntil" TIMESTAMPTZ(3) NOT NULL,
    "policy" JSONB NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingItem" (
    "id" TEXT NOT NULL,
    "bookingId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "sectionName" TEXT NOT NULL,
    "rowLabel" TEXT NOT NULL,
    "seatLabel" TEXT NOT NULL,
    "pricePaise" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT false,
    "checkedInAt" TIMESTAMPTZ(3),

    CONSTRAINT "BookingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" TEXT NOT NULL,
    "bookingId" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "gatewayPaymentId" TEXT,
    "method" "PaymentMethod" NOT NULL,
    "status" "PaymentStatus" NOT NULL DEFAULT 'PENDING',
    "amountPaise" INTEGER NOT NULL,
    "capturedPaise" INTEGER NOT NULL DEFAULT 0,
    "refundedPaise" INTEGER NOT NULL DEFAULT 0,
    "failureReason" TEXT,
    "authorisedAt" TIMESTAMPTZ(3),
    "capturedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "bookingId" TEXT NOT NULL,
    "amountPaise" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "RefundStatus" NOT NULL DEFAULT 'PENDING',
    "idempotencyKey" TEXT NOT NULL,
    "gatewayRefundId" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "completedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "outcome" TEXT,

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coupon" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "type" "CouponType" NOT NULL,
    "value" INTEGER NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "usageLimit" INTEGER,
    "perBuyerLimit" INTEGER,
    "minSubtotalPaise" INTEGER,
    "maxDiscountPaise" INTEGER,
    "eventId" TEXT,
    "organizerId" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "usedCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouponRedemption" (
    "id" TEXT NOT NULL,
    "couponId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "bookingId" TEXT NOT NULL,
    "discountPaise" INTEGER NOT NULL,
    "state" "RedemptionState" NOT NULL DEFAULT 'RESERVED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CouponRedemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" TEXT NOT NULL,
    "kind" "InvoiceKind" NOT NULL,
    "sellerKey" TEXT NOT NULL,
    "financialYear" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "bookingId" TEXT NOT NULL,
    "refundId" TEXT,
    "totalPaise" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceSeries" (
    "sellerKey" TEXT NOT NULL,
    "financialYear" TEXT NOT NULL,
    "kind" "InvoiceKind" NOT NULL,
    "lastSequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "InvoiceSeries_pkey" PRIMARY KEY ("sellerKey","financialYear","kind")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "comment" TEXT,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "removedReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT,
    "dedupeKey" TEXT,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'mail',
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "userId" TEXT,
    "payload" JSONB NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "status" "OutboxStatus" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "result" JSONB,
    "error" TEXT,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "actorId" TEXT,
    "status" "TaskStatus" NOT NULL DEFAULT 'RUNNING',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "cursor" JSONB,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxRecord" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" TEXT,
    "idempotencyKey" TEXT,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SandboxRecord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_role_createdAt_idx" ON "User"("role", "createdAt");

-- CreateIndex
CREATE INDEX "Session_userId_revokedAt_idx" ON "Session"("userId", "revokedAt");

-- CreateIndex
CREATE UNIQUE INDEX "UserToken_tokenHash_key" ON "UserToken"("tokenHash");

-- CreateIndex
CREATE INDEX "UserToken_userId_kind_idx" ON "UserToken"("userId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_slug_key" ON "Venue"("slug");

-- CreateIndex
CREATE INDEX "Venue_city_idx" ON "Venue"("city");

-- CreateIndex
CREATE INDEX "Venue_ownerId_idx" ON "Venue"("ownerId");

-- CreateIndex
CREATE INDEX "Section_venueId_position_idx" ON "Section"("venueId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Section_venueId_name_key" ON "Section"("venueId", "name");

-- CreateIndex
CREATE INDEX "SeatingPlan_venueId_hash_idx" ON "SeatingPlan"("venueId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "SeatingPlan_venueId_version_key" ON "SeatingPlan"("venueId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Event_serial_key" ON "Event"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "Event_slug_key" ON "Event"("slug");

-- CreateIndex
CREATE INDEX "Event_status_startsAt_idx" ON "Event"("status", "startsAt");

-- CreateIndex
CREATE INDEX "Event_category_status_startsAt_idx" ON "Event"("category", "status", "startsAt");

-- CreateIndex
CREATE INDEX "Event_venueId_startsAt_idx" ON "Event"("venueId", "startsAt");

-- CreateIndex
CREATE INDEX "Event_organizerId_startsAt_idx" ON "Event"("organizerId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_eventId_ordinal_key" ON "Seat"("eventId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_bookingNumber_key" ON "Booking"("bookingNumber");

-- CreateIndex
CREATE INDEX "Booking_userId_createdAt_idx" ON "Booking"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Booking_eventId_status_createdAt_idx" ON "Booking"("eventId", "status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_userId_idempotencyKey_key" ON "Booking"("userId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "BookingItem_eventId_seatId_idx" ON "BookingItem"("eventId", "seatId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingItem_bookingId_seatId_key" ON "BookingItem"("bookingId", "seatId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_gatewayPaymentId_key" ON "Payment"("gatewayPaymentId");

-- CreateIndex
CREATE INDEX "Payment_orderId_idx" ON "Payment"("orderId");

-- CreateIndex
CREATE INDEX "Payment_bookingId_idx" ON "Payment"("bookingId");

-- CreateIndex
CREATE INDEX "Payment_status_createdAt_idx" ON "Payment"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_idempotencyKey_key" ON "Refund"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_gatewayRefundId_key" ON "Refund"("gatewayRefundId");

-- CreateIndex
CREATE INDEX "Refund_status_nextAttemptAt_idx" ON "Refund"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_bookingId_reason_key" ON "Refund"("bookingId", "reason");

-- CreateIndex
CREATE INDEX "WebhookEvent_processedAt_receivedAt_idx" ON "WebhookEvent"("processedAt", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEvent_gateway_eventId_key" ON "WebhookEvent"("gateway", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Coupon_code_key" ON "Coupon"("code");

-- CreateIndex
CREATE INDEX "Coupon_eventId_idx" ON "Coupon"("eventId");

-- CreateIndex
CREATE INDEX "Coupon_organizerId_idx" ON "Coupon"("organizerId");

-- CreateIndex
CREATE UNIQUE INDEX "CouponRedemption_bookingId_key" ON "CouponRedemption"("bookingId");

-- CreateIndex
CREATE INDEX "CouponRedemption_couponId_userId_state_idx" ON "CouponRedemption"("couponId", "userId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_number_key" ON "Invoice"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_refundId_key" ON "Invoice"("refundId");

-- CreateIndex
CREATE INDEX "Invoice_bookingId_idx" ON "Invoice"("bookingId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_sellerKey_financialYear_kind_sequence_key" ON "Invoice"("sellerKey", "financialYear", "kind", "sequence");

-- CreateIndex
CREATE INDEX "Review_eventId_createdAt_idx" ON "Review"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "Review_userId_idx" ON "Review"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_eventId_userId_key" ON "Review"("eventId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_dedupeKey_key" ON "Notification"("dedupeKey");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_idx" ON "Notification"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_readAt_idx" ON "Notification"("readAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_nextAttemptAt_idx" ON "OutboxMessage"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_createdAt_idx" ON "OutboxMessage"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_createdAt_idx" ON "AuditEntry"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_entity_entityId_createdAt_idx" ON "AuditEntry"("entity", "entityId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_createdAt_idx" ON "AuditEntry"("actorId", "createdAt");

-- CreateIndex
CREATE INDEX "JobRun_job_startedAt_idx" ON "JobRun"("job", "startedAt");

-- CreateIndex
CREATE INDEX "Task_kind_entityId_idx" ON "Task"("kind", "entityId");

-- CreateIndex
CREATE INDEX "Task_status_updatedAt_idx" ON "Task"("status", "updatedAt");

-- CreateIndex
CREATE INDEX "SandboxRecord_parentId_idx" ON "SandboxRecord"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxRecord_kind_idempotencyKey_key" ON "SandboxRecord"("kind", "idempotencyKey");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserToken" ADD CONSTRAINT "UserToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatingPlan" ADD CONSTRAINT "SeatingPlan_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_planId_fkey" FOREIGN KEY ("planId") REFERENCES "SeatingPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventSection" ADD CONSTRAINT "EventSection_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingItem" ADD CONSTRAINT "BookingItem_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponRedemption" ADD CONSTRAINT "CouponRedemption_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponRedemption" ADD CONSTRAINT "CouponRedemption_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponRedemption" ADD CONSTRAINT "CouponRedemption_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── by hand: what schema.prisma cannot say ─────────────────────────────────────────────────────────────────────

-- Room on every page for HOT updates: a hold rewrites the row beside itself and touches no index.
ALTER TABLE "Seat" SET (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "SeatHold" SET (fillfactor = 50);
ALTER TABLE "Coupon" SET (fillfactor = 50);

-- The last line of defence: with every check gone, the database still refuses a second sale.
CREATE UNIQUE INDEX "BookingItem_live_seat_key" ON "BookingItem" ("seatId") WHERE "live";
-- What the expiry job looks for.
CREATE INDEX "Booking_pending_idx" ON "Booking" ("holdsUntil") WHERE "status" = 'PENDING';
-- One open row an order: the one that was made with it.
CREATE UNIQUE INDEX "Payment_open_order_key" ON "Payment" ("orderId") WHERE "gatewayPaymentId" IS NULL;

ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Section" ADD CONSTRAINT "Section_size" CHECK ("rowCount" > 0 AND "seatsPerRow" > 0 AND "priceMultiplierBps" >= 0);
ALTER TABLE "Event" ADD CONSTRAINT "Event_sane" CHECK (
  "basePricePaise" >= 0 AND "minPricePaise" >= 0 AND "maxPricePaise" >= "minPricePaise" AND "seatCount" >= 0
  AND ("endsAt" IS NULL OR "endsAt" > "startsAt") AND "cancelRefundBps" BETWEEN 0 AND 10000);
ALTER TABLE "EventSection" ADD CONSTRAINT "EventSection_price" CHECK ("pricePaise" >= 0);
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_held_has_holder" CHECK (
  ("status" = 'HELD' AND "heldBy" IS NOT NULL AND "heldUntil" IS NOT NULL)
  OR ("status" <> 'HELD' AND "heldBy" IS NULL AND "heldUntil" IS NULL));
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_price" CHECK ("pricePaise" >= 0);
ALTER TABLE "SeatHold" ADD CONSTRAINT "SeatHold_limit" CHECK (
  "seatsBought" >= 0 AND cardinality("seatIds") + "seatsBought" <= "seatLimit");
ALTER TABLE "SeatHold" ADD CONSTRAINT "SeatHold_extensions" CHECK ("extensions" BETWEEN 0 AND 2);
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_sums" CHECK (
  "seatCount" > 0 AND "subtotalPaise" >= 0 AND "discountPaise" BETWEEN 0 AND "subtotalPaise" AND "taxPaise" >= 0
  AND "totalPaise" = "subtotalPaise" - "discountPaise" + "taxPaise");
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_times" CHECK (
  "holdsUntil" >= "expiresAt" AND ("status" <> 'CONFIRMED' OR "confirmedAt" IS NOT NULL));
ALTER TABLE "BookingItem" ADD CONSTRAINT "BookingItem_price" CHECK ("pricePaise" >= 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_sums" CHECK (
  "amountPaise" >= 0 AND "capturedPaise" BETWEEN 0 AND "amountPaise" AND "refundedPaise" BETWEEN 0 AND "capturedPaise");
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount" CHECK ("amountPaise" > 0);
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_sane" CHECK (
  "value" > 0 AND ("type" <> 'PERCENTAGE' OR "value" <= 10000) AND "validUntil" > "validFrom" AND "code" = upper("code"));
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_limit" CHECK (
  "usedCount" >= 0 AND ("usageLimit" IS NULL OR "usedCount" <= "usageLimit"));
ALTER TABLE "Review" ADD CONSTRAINT "Review_rating" CHECK ("rating" BETWEEN 1 AND 5);

-- The seat-hold transaction in one round trip (docs/decisions/0002). Called by services/seat-lock inside a Serializable
-- transaction; p_seats sorted and unique. Outcomes: HELD; NOT_ON_SALE; SEAT_LIMIT; SEAT_TAKEN with the seats that someone
-- else has and the names ("C12") of those that exist: then the caller rolls back.
-- The buyer's own row is written first, by an upsert: a SELECT would lock the whole index page that everyone's first
-- hold is inserted into, and half of all attempts would abort though nobody collides.
CREATE FUNCTION hold_seats(p_user text, p_event text, p_seats text[], p_ttl_seconds double precision, p_limit integer)
RETURNS TABLE (outcome text, "seatIds" text[], "expiresAt" timestamptz, taken text[], "takenLabels" text[])
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_hold record;
  v_mine text[] := '{}';
  v_fresh text[] := p_seats;
  v_locked text[];
  v_open boolean := false;
  v_ends timestamptz(3);
  v_until timestamptz(3) := now() + make_interval(secs => p_ttl_seconds);
BEGIN
  -- domain/event-state saleStateAt says the same in words.
  PERFORM 1 FROM "Event" e WHERE e.id = p_event AND e.status = 'PUBLISHED'
     AND now() < least(e."startsAt", e."offSaleAt") AND (e."onSaleAt" IS NULL OR e."onSaleAt" <= now());
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'NOT_ON_SALE'::text, '{}'::text[], NULL::timestamptz, '{}'::text[], '{}'::text[];
    RETURN;
  END IF;

  INSERT INTO "SeatHold" AS h ("userId", "eventId", "seatIds", "seatLimit", "expiresAt")
  VALUES (p_user, p_event, p_seats, p_limit, v_until)
  ON CONFLICT ("userId", "eventId") DO UPDATE SET "seatLimit" = greatest(p_limit, h."seatLimit")
  RETURNING h."seatIds" AS seats, h."seatsBought" AS bought, h."expiresAt" AS until, h.extensions AS extensions, (h.xmax = 0) AS is_new
  INTO v_hold;

  IF NOT v_hold.is_new THEN
    -- What the Seat rows say decides, not the list: a hold past its time is nobody's.
    IF cardinality(v_hold.seats) > 0 THEN
      SELECT coalesce(array_agg(s.id ORDER BY s.id), '{}'), coalesce(bool_or(s."heldUntil" = v_hold.until), false),
             min(s."heldUntil")
        INTO v_mine, v_open, v_ends
        FROM "Seat" s
       WHERE s.id = ANY (v_hold.seats) AND s.status = 'HELD' AND s."heldBy" = p_user AND s."heldUntil" > now();
      v_fresh := ARRAY(SELECT x FROM unnest(p_seats) x WHERE x <> ALL (v_mine) ORDER BY x);
    END IF;
    IF cardinality(v_mine) + cardinality(v_fresh) + v_hold.bought > p_limit THEN
      RETURN QUERY SELECT 'SEAT_LIMIT'::text, v_mine, v_hold.until::timestamptz, '{}'::text[], '{}'::text[];
      RETURN;
    END IF;
    IF cardinality(v_fresh) = 0 THEN
      -- Seats in a pending booking have the booking's end; the hold's may have passed.
      RETURN QUERY SELECT 'HELD'::text, v_mine, (CASE WHEN v_open THEN v_hold.until ELSE v_ends END)::timestamptz, '{}'::text[], '{}'::text[];
      RETURN;
    END IF;
    -- Ten minutes from the first seat: seats added to an open hold share its end.
    IF v_open THEN v_until := v_hold.until; END IF;
  END IF;

  -- In one fixed order, never waiting for another buyer.
  v_locked := ARRAY(
    SELECT s.id FROM "Seat" s
     WHERE s.id = ANY (v_fresh) AND s."eventId" = p_event
       AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND s."heldUntil" <= now()))
     ORDER BY s.id FOR UPDATE SKIP LOCKED);
  IF cardinality(v_locked) < cardinality(v_fresh) THEN
    RETURN QUERY SELECT 'SEAT_TAKEN'::text, v_mine, v_until::timestamptz,
      ARRAY(SELECT x FROM unnest(v_fresh) x WHERE x <> ALL (v_locked) ORDER BY x),
      ARRAY(SELECT s."rowLabel" || s."seatLabel" FROM "Seat" s WHERE s.id = ANY (v_fresh) AND s.id <> ALL (v_locked) AND s."eventId" = p_event ORDER BY s.ordinal);
    RETURN;
  END IF;

  UPDATE "Seat" s SET status = 'HELD', "heldBy" = p_user, "heldUntil" = v_until, version = s.version + 1
   WHERE s.id = ANY (v_locked);
  IF NOT v_hold.is_new THEN
    INSERT INTO "SeatHold" AS h ("userId", "eventId", "seatIds", "seatLimit", "expiresAt")
    VALUES (p_user, p_event, v_mine || v_locked, p_limit, v_until)
    ON CONFLICT ("userId", "eventId") DO UPDATE
       SET "seatIds" = EXCLUDED."seatIds", "expiresAt" = v_until, extensions = CASE WHEN v_open THEN h.extensions ELSE 0 END;
  END IF;
  RETURN QUERY SELECT 'HELD'::text, v_mine || v_locked, v_until::timestamptz, '{}'::text[], '{}'::text[];
END $$;
