-- Prices belong to the event: categories for some of its seats, and what a blocked seat is kept for.
CREATE TYPE "BlockReason" AS ENUM ('GUESTS', 'PRESS', 'TECHNICAL');

CREATE TABLE "PriceCategory" (
  "id" TEXT NOT NULL,
  "eventId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "pricePaise" INTEGER NOT NULL,
  CONSTRAINT "PriceCategory_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PriceCategory_eventId_name_key" ON "PriceCategory" ("eventId", "name");
ALTER TABLE "PriceCategory" ADD CONSTRAINT "PriceCategory_eventId_fkey"
  FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Event" ADD COLUMN "priceRevision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "EventSection" ADD COLUMN "fromPricePaise" INTEGER, ADD COLUMN "toPricePaise" INTEGER;
-- No index on either: a hold must stay an update that touches none.
ALTER TABLE "Seat" ADD COLUMN "categoryId" TEXT, ADD COLUMN "blockedFor" "BlockReason";
