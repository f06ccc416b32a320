-- Signing in by a code that is sent to a mail address: one living code an address, kept as a digest.
CREATE TABLE "SignInCode" (
  "email" TEXT NOT NULL,
  "codeHash" TEXT NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SignInCode_pkey" PRIMARY KEY ("email")
);
CREATE INDEX "SignInCode_expiresAt_idx" ON "SignInCode"("expiresAt");
