-- Rows that a job could not work on, and when it tries each again: one bad row must not stop those behind it.
CREATE TABLE "FailedRow" (
    "work" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "lastError" TEXT NOT NULL,

    CONSTRAINT "FailedRow_pkey" PRIMARY KEY ("work", "rowId")
);

-- Deletions of accounts were written under another name than all else about people, where no filter found them.
UPDATE "AuditEntry" SET action = 'user.delete', entity = 'user' WHERE action = 'account.deleted' AND entity = 'User';
