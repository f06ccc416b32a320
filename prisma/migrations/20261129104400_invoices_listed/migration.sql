-- An organizer's documents are listed and exported a page at a time: each knows whose event it is of.
ALTER TABLE "Invoice" ADD COLUMN "organizerId" TEXT;
UPDATE "Invoice" i SET "organizerId" = (SELECT e."organizerId" FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" WHERE b.id = i."bookingId");

-- A trigger writes it, so that no writer can forget it or say another.
CREATE FUNCTION organizer_of_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."organizerId" := (SELECT e."organizerId" FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" WHERE b.id = NEW."bookingId");
  RETURN NEW;
END $$;
CREATE TRIGGER organizer_of_invoice BEFORE INSERT OR UPDATE OF "bookingId", "organizerId" ON "Invoice"
  FOR EACH ROW EXECUTE FUNCTION organizer_of_invoice();

CREATE INDEX "Invoice_organizerId_issuedAt_id_idx" ON "Invoice"("organizerId", "issuedAt", "id");
CREATE INDEX "Invoice_sellerKey_issuedAt_id_idx" ON "Invoice"("sellerKey", "issuedAt", "id");
