-- How the buyer last asked to pay: a second try may be by another way than the first, which keeps its own.
ALTER TABLE "Booking" ADD COLUMN "askedMethod" "PaymentMethod";
