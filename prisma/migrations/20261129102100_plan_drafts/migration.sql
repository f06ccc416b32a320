-- Seating plans while they are drawn: one a venue, gone when it is published.
CREATE TABLE "PlanDraft" (
    "venueId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlanDraft_pkey" PRIMARY KEY ("venueId")
);

ALTER TABLE "PlanDraft" ADD CONSTRAINT "PlanDraft_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
