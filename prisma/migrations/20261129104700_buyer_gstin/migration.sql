-- A buyer who is registered for GST: how invoices name them.
ALTER TABLE "User" ADD COLUMN "gstin" TEXT, ADD COLUMN "gstName" TEXT;
