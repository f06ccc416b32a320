-- The public API: its tokens and keys, what a repeated request is answered with, and webhooks out.

CREATE TABLE "ApiTokenFamily" (
  "sessionId" TEXT NOT NULL,
  "generation" INTEGER NOT NULL DEFAULT 1,
  "usedGeneration" INTEGER NOT NULL DEFAULT 0,
  "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ApiTokenFamily_pkey" PRIMARY KEY ("sessionId"),
  CONSTRAINT "ApiTokenFamily_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITH (fillfactor = 70);

CREATE TABLE "ApiKey" (
  "id" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "hint" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "scopes" TEXT[] NOT NULL,
  "eventId" TEXT,
  "expiresAt" TIMESTAMPTZ(3),
  "lastUsedAt" TIMESTAMPTZ(3),
  "revokedAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ApiKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "ApiKey_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");
CREATE INDEX "ApiKey_userId_createdAt_idx" ON "ApiKey"("userId", "createdAt");

CREATE TABLE "ApiRequest" (
  "id" TEXT NOT NULL,
  "requestHash" TEXT NOT NULL,
  "executor" TEXT NOT NULL,
  "lockedUntil" TIMESTAMPTZ(3) NOT NULL,
  "effect" TEXT,
  "status" INTEGER,
  "answer" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ApiRequest_pkey" PRIMARY KEY ("id")
) WITH (fillfactor = 50);
CREATE INDEX "ApiRequest_createdAt_idx" ON "ApiRequest"("createdAt");

CREATE TABLE "WebhookEndpoint" (
  "id" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "eventId" TEXT,
  "url" TEXT NOT NULL,
  "types" TEXT[] NOT NULL,
  "secret" TEXT NOT NULL,
  "formerSecret" TEXT,
  "formerSecretUntil" TIMESTAMPTZ(3),
  "disabledAt" TIMESTAMPTZ(3),
  "disabledReason" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WebhookEndpoint_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "WebhookEndpoint_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WebhookEndpoint_userId_createdAt_idx" ON "WebhookEndpoint"("userId", "createdAt");

CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'FAILED');
CREATE TABLE "WebhookDelivery" (
  "id" TEXT NOT NULL,
  "endpointId" TEXT NOT NULL,
  "seq" BIGSERIAL NOT NULL,
  "type" TEXT NOT NULL,
  "payload" JSONB NOT NULL,
  "status" "WebhookDeliveryStatus" NOT NULL DEFAULT 'PENDING',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "firstAttemptAt" TIMESTAMPTZ(3),
  "responseStatus" INTEGER,
  "lastError" TEXT,
  "deliveredAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WebhookDelivery_endpointId_seq_idx" ON "WebhookDelivery"("endpointId", "seq");
CREATE INDEX "WebhookDelivery_status_endpointId_seq_idx" ON "WebhookDelivery"("status", "endpointId", "seq");

-- Whose turn it is at an endpoint, apart from WebhookEndpoint: a sale reads that one inside its transaction.
CREATE TABLE "WebhookLane" (
  "endpointId" TEXT NOT NULL,
  "lockedUntil" TIMESTAMPTZ(3) NOT NULL,
  "worker" TEXT NOT NULL,
  CONSTRAINT "WebhookLane_pkey" PRIMARY KEY ("endpointId"),
  CONSTRAINT "WebhookLane_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Writes a message for every endpoint that wants to hear of it, in the transaction that decided it.
CREATE FUNCTION announce_webhook(about_event text, kind text, facts jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "WebhookDelivery" (id, "endpointId", type, payload)
  SELECT 'msg_' || replace(gen_random_uuid()::text, '-', ''), w.id, kind,
         jsonb_build_object('type', kind, 'timestamp', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', facts)
    FROM "Event" e JOIN "WebhookEndpoint" w ON w."userId" = e."organizerId"
   WHERE e.id = about_event AND w."disabledAt" IS NULL AND kind = ANY (w.types)
     AND (w."eventId" IS NULL OR w."eventId" = e.id)
$$;

CREATE FUNCTION rupees(paise integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT trim_scale(paise::numeric / 100) $$;

CREATE FUNCTION announce_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_webhook(NEW."eventId",
    CASE WHEN NEW.status = 'CONFIRMED' THEN 'booking.confirmed' ELSE 'booking.cancelled' END,
    jsonb_build_object('bookingId', NEW.id, 'bookingNumber', NEW."bookingNumber", 'eventId', NEW."eventId", 'status', NEW.status,
      'seatCount', NEW."seatCount", 'finalAmount', rupees(NEW."totalPaise"), 'finalAmountPaise', NEW."totalPaise"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Booking_announce" AFTER UPDATE OF status ON "Booking" FOR EACH ROW
  WHEN ((NEW.status = 'CONFIRMED' AND OLD.status <> 'CONFIRMED') OR (OLD.status = 'CONFIRMED' AND NEW.status IN ('CANCELLED', 'REFUNDED')))
  EXECUTE FUNCTION announce_booking();

CREATE FUNCTION announce_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE booking "Booking";
BEGIN
  SELECT * INTO booking FROM "Booking" WHERE id = NEW."bookingId";
  PERFORM announce_webhook(booking."eventId", 'booking.refunded',
    jsonb_build_object('bookingId', booking.id, 'bookingNumber', booking."bookingNumber", 'eventId', booking."eventId", 'refundId', NEW.id,
      'refundAmount', rupees(NEW."amountPaise"), 'refundAmountPaise', NEW."amountPaise"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Refund_announce" AFTER UPDATE OF status ON "Refund" FOR EACH ROW
  WHEN (NEW.status = 'COMPLETED' AND OLD.status <> 'COMPLETED') EXECUTE FUNCTION announce_refund();

CREATE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_webhook(NEW.id,
    CASE WHEN OLD.status = NEW.status THEN 'event.updated' WHEN NEW.status = 'PUBLISHED' THEN 'event.published' ELSE 'event.cancelled' END,
    jsonb_build_object('eventId', NEW.id, 'title', NEW.title, 'status', NEW.status,
      'eventDate', to_char(NEW."startsAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'venueId', NEW."venueId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_announce" AFTER UPDATE ON "Event" FOR EACH ROW
  WHEN ((NEW.status IN ('PUBLISHED', 'CANCELLED') AND OLD.status <> NEW.status)
     OR (NEW.status = 'PUBLISHED' AND OLD.status = 'PUBLISHED' AND
         (NEW.title, NEW.subtitle, NEW.description, NEW.artist, NEW.category, NEW.language, NEW."ageRating", NEW."startsAt", NEW."endsAt",
          NEW."onSaleAt", NEW."offSaleAt", NEW."venueId", NEW."basePricePaise", NEW."imageUrl", NEW."bannerUrl")
         IS DISTINCT FROM
         (OLD.title, OLD.subtitle, OLD.description, OLD.artist, OLD.category, OLD.language, OLD."ageRating", OLD."startsAt", OLD."endsAt",
          OLD."onSaleAt", OLD."offSaleAt", OLD."venueId", OLD."basePricePaise", OLD."imageUrl", OLD."bannerUrl")))
  EXECUTE FUNCTION announce_event();

CREATE FUNCTION announce_check_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_webhook(NEW."eventId", 'ticket.checked_in',
    jsonb_build_object('bookingId', NEW."bookingId", 'eventId', NEW."eventId", 'seatId', NEW."seatId", 'section', NEW."sectionName",
      'row', NEW."rowLabel", 'seat', NEW."seatLabel",
      'checkedInAt', to_char(NEW."checkedInAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
  RETURN NULL;
END $$;
CREATE TRIGGER "BookingItem_announce" AFTER UPDATE OF "checkedInAt" ON "BookingItem" FOR EACH ROW
  WHEN (NEW."checkedInAt" IS NOT NULL AND OLD."checkedInAt" IS NULL) EXECUTE FUNCTION announce_check_in();
