-- Who an organizer is on an invoice. Without one the platform sells in its own name.
CREATE TABLE "SellerProfile" (
    "userId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "stateCode" TEXT NOT NULL,
    "gstin" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SellerProfile_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SellerProfile_code_key" ON "SellerProfile"("code");

-- AddForeignKey
ALTER TABLE "SellerProfile" ADD CONSTRAINT "SellerProfile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── by hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- A booking is invoiced once; what goes back of it are credit notes.
CREATE UNIQUE INDEX "Invoice_booking_key" ON "Invoice" ("bookingId") WHERE "kind" = 'INVOICE';
ALTER TABLE "SellerProfile" ADD CONSTRAINT "SellerProfile_code" CHECK ("code" ~ '^[A-Z0-9]{4}$' AND "stateCode" ~ '^\d{2}$');
