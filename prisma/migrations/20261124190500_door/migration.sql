CREATE TYPE "CheckInRole" AS ENUM ('STEWARD', 'SUPERVISOR');
CREATE TYPE "CheckInDirection" AS ENUM ('ENTRY', 'EXIT');
CREATE TYPE "CheckInAnswer" AS ENUM ('OK', 'ALREADY_USED', 'NOT_VALID', 'WRONG_EVENT', 'CANCELLED', 'ASK', 'NOTHING');
CREATE TYPE "CheckInConflictKind" AS ENUM ('DOUBLE', 'GONE', 'UNKNOWN');

ALTER TABLE "Event" ADD COLUMN "turningCodes" BOOLEAN NOT NULL DEFAULT false,
                    ADD COLUMN "paperTickets" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "BookingItem" ADD COLUMN "insideSince" TIMESTAMPTZ(3),
                          ADD COLUMN "insideById" TEXT,
                          ADD COLUMN "changedTx" BIGINT;
CREATE INDEX "BookingItem_eventId_changedTx_idx" ON "BookingItem"("eventId", "changedTx");

CREATE TABLE "CheckInLink" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "role" "CheckInRole" NOT NULL DEFAULT 'STEWARD',
    "createdById" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CheckInLink_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CheckInLink_tokenHash_key" ON "CheckInLink"("tokenHash");
CREATE INDEX "CheckInLink_eventId_createdAt_idx" ON "CheckInLink"("eventId", "createdAt");

CREATE TABLE "CheckInDevice" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "linkId" TEXT,
    "userId" TEXT,
    "installation" TEXT NOT NULL DEFAULT '',
    "gate" TEXT NOT NULL,
    "share" INTEGER NOT NULL DEFAULT 0,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CheckInDevice_pkey" PRIMARY KEY ("id"),
    -- A link's phone or a person's.
    CONSTRAINT "CheckInDevice_whose" CHECK (("linkId" IS NULL) <> ("userId" IS NULL))
);
-- A browser is one device: its scans are counted once.
CREATE UNIQUE INDEX "CheckInDevice_browser" ON "CheckInDevice" ("eventId", (COALESCE("linkId", "userId")), "installation");
CREATE INDEX "CheckInDevice_eventId_lastSeenAt_idx" ON "CheckInDevice"("eventId", "lastSeenAt");

CREATE TABLE "CheckIn" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "deviceId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "itemId" TEXT,
    "codeHash" TEXT NOT NULL,
    "direction" "CheckInDirection" NOT NULL,
    "gate" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "CheckInAnswer" NOT NULL,
    "reason" TEXT,
    "told" "CheckInAnswer",
    "open" BOOLEAN NOT NULL DEFAULT false,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "CheckIn_open" CHECK (NOT "open" OR ("itemId" IS NOT NULL AND "answer" = 'OK' AND "direction" = 'ENTRY'))
);
CREATE UNIQUE INDEX "CheckIn_deviceId_seq_key" ON "CheckIn"("deviceId", "seq");
CREATE INDEX "CheckIn_eventId_receivedAt_idx" ON "CheckIn"("eventId", "receivedAt");
CREATE INDEX "CheckIn_itemId_idx" ON "CheckIn"("itemId");
-- The last line: whatever the code above it does, a ticket has one person inside.
CREATE UNIQUE INDEX "CheckIn_one_inside" ON "CheckIn" ("itemId") WHERE "open";

CREATE TABLE "CheckInConflict" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "itemId" TEXT,
    "checkInId" TEXT NOT NULL,
    "kind" "CheckInConflictKind" NOT NULL,
    "firstGate" TEXT,
    "firstAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CheckInConflict_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CheckInConflict_checkInId_key" ON "CheckInConflict"("checkInId");
CREATE INDEX "CheckInConflict_eventId_createdAt_idx" ON "CheckInConflict"("eventId", "createdAt");

ALTER TABLE "CheckInDevice" ADD CONSTRAINT "CheckInDevice_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "CheckInLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "CheckInDevice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CheckInConflict" ADD CONSTRAINT "CheckInConflict_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a door must know of a ticket carries the transaction that changed it: a reader that comes back with the
-- oldest transaction that was under way misses nothing, in whatever order they commit, and no sale waits for another.
CREATE FUNCTION note_door_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changedTx" := (pg_current_xact_id()::text)::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER notes_door_change BEFORE UPDATE OF "live", "checkedInAt", "insideSince" ON "BookingItem"
  FOR EACH ROW WHEN (OLD."live" IS DISTINCT FROM NEW."live" OR OLD."checkedInAt" IS DISTINCT FROM NEW."checkedInAt"
                     OR OLD."insideSince" IS DISTINCT FROM NEW."insideSince")
  EXECUTE FUNCTION note_door_change();
-- Tickets sold before this, and those that come with a copy of another shop's data.
CREATE TRIGGER notes_door_ticket BEFORE INSERT ON "BookingItem" FOR EACH ROW WHEN (NEW."live") EXECUTE FUNCTION note_door_change();
UPDATE "BookingItem" SET "changedTx" = (pg_current_xact_id()::text)::bigint WHERE "live" OR "checkedInAt" IS NOT NULL;
