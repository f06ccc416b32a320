-- Whose name the tickets carry, where it is not the buyer's; and what an organizer notes of a booking.
ALTER TABLE "Booking" ADD COLUMN "attendeeName" TEXT;
CREATE INDEX "Booking_renamed" ON "Booking" ("eventId") WHERE "attendeeName" IS NOT NULL;

CREATE TABLE "BookingNote" (
  "id" TEXT NOT NULL,
  "bookingId" TEXT NOT NULL,
  "authorId" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT "BookingNote_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BookingNote_bookingId_createdAt_idx" ON "BookingNote"("bookingId", "createdAt");
ALTER TABLE "BookingNote" ADD CONSTRAINT "BookingNote_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BookingNote" ADD CONSTRAINT "BookingNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
