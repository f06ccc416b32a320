-- A coupon's code is one of its organizer's: another may give out the same, and nobody learns which codes others have.
ALTER TABLE "Coupon" ADD COLUMN "keeperId" TEXT NOT NULL DEFAULT '';
UPDATE "Coupon" c SET "keeperId" = coalesce(c."organizerId", (SELECT e."organizerId" FROM "Event" e WHERE e.id = c."eventId"), '');

DROP INDEX "Coupon_code_key";
CREATE UNIQUE INDEX "Coupon_code_keeperId_key" ON "Coupon"("code", "keeperId");

-- A trigger writes it, so that no writer can forget it or say another.
CREATE FUNCTION keeper_of_coupon() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."keeperId" := coalesce(NEW."organizerId", (SELECT e."organizerId" FROM "Event" e WHERE e.id = NEW."eventId"), '');
  RETURN NEW;
END $$;
CREATE TRIGGER keeper_of_coupon BEFORE INSERT OR UPDATE OF "organizerId", "eventId" ON "Coupon"
  FOR EACH ROW EXECUTE FUNCTION keeper_of_coupon();
