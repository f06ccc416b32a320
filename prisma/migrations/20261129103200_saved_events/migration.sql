-- Events that somebody keeps in mind, and whom to tell when their sale opens.
CREATE TABLE "SavedEvent" (
  "userId" TEXT NOT NULL,
  "eventId" TEXT NOT NULL,
  "remind" BOOLEAN NOT NULL DEFAULT false,
  "remindedAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SavedEvent_pkey" PRIMARY KEY ("userId", "eventId"),
  CONSTRAINT "SavedEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "SavedEvent_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SavedEvent_eventId_remind_remindedAt_idx" ON "SavedEvent"("eventId", "remind", "remindedAt");
