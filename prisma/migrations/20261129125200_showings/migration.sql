-- An event of many showings: each is an event of its own, of one series.
ALTER TABLE "Event" ADD COLUMN "seriesId" TEXT;
CREATE INDEX "Event_seriesId_startsAt_idx" ON "Event"("seriesId", "startsAt");
