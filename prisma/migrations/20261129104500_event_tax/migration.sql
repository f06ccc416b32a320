-- A seller who is not registered for GST charges none; what is on sale already keeps the price it was shown with.
ALTER TABLE "Event" ADD COLUMN "taxBps" INTEGER NOT NULL DEFAULT 1800;
ALTER TABLE "Event" ADD CONSTRAINT "Event_taxBps_check" CHECK ("taxBps" BETWEEN 0 AND 10000);
