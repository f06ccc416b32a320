-- An organizer's own words: in the confirmation, and to who has tickets.
ALTER TABLE "Event" ADD COLUMN "confirmationNote" TEXT;

CREATE TABLE "AttendeeMessage" (
  "id" TEXT NOT NULL,
  "eventId" TEXT NOT NULL,
  "sectionIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "sentById" TEXT NOT NULL,
  "requestKey" TEXT NOT NULL,
  "recipientCount" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT "AttendeeMessage_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "AttendeeMessage_requestKey_key" ON "AttendeeMessage"("requestKey");
CREATE INDEX "AttendeeMessage_eventId_createdAt_idx" ON "AttendeeMessage"("eventId", "createdAt");
ALTER TABLE "AttendeeMessage" ADD CONSTRAINT "AttendeeMessage_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
