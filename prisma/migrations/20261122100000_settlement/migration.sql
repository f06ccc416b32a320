-- Which payment a booking was confirmed by; the others of the booking go back.
ALTER TABLE "Payment" ADD COLUMN "acceptedAt" TIMESTAMPTZ(3);

-- One process at a time acts on an event; a killed one's claim runs out.
ALTER TABLE "WebhookEvent" ADD COLUMN "lockedUntil" TIMESTAMPTZ(3);

-- ── by hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- The last line: a booking is paid by one payment, whatever the code thinks.
CREATE UNIQUE INDEX "Payment_accepted_booking_key" ON "Payment" ("bookingId") WHERE "acceptedAt" IS NOT NULL;

-- Seats of a booking become sold, in one round trip. Called inside a Serializable transaction that holds the
-- booking's row; p_seats sorted and unique. All or nothing: BOOKED; SEAT_TAKEN; SEAT_LIMIT (the buyer has bought or
-- holds others meanwhile). Locks as hold_seats does: the buyer's standing, then the seats in order.
CREATE FUNCTION book_seats(p_user text, p_event text, p_seats text[], p_limit integer)
RETURNS text
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_hold "SeatHold"%ROWTYPE;
  v_others text[];
  v_free integer;
BEGIN
  SELECT * INTO v_hold FROM "SeatHold" h WHERE h."userId" = p_user AND h."eventId" = p_event FOR UPDATE;
  SELECT coalesce(array_agg(s.id ORDER BY s.id), '{}') INTO v_others
    FROM "Seat" s
   WHERE s.id = ANY (coalesce(v_hold."seatIds", '{}')) AND s.id <> ALL (p_seats)
     AND s.status = 'HELD' AND s."heldBy" = p_user AND s."heldUntil" > now();

  SELECT count(*) INTO v_free FROM (
    SELECT 1 FROM "Seat" s
     WHERE s.id = ANY (p_seats) AND s."eventId" = p_event
       AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND (s."heldBy" = p_user OR s."heldUntil" <= now())))
     ORDER BY s.id FOR UPDATE) free;
  IF v_free < cardinality(p_seats) THEN RETURN 'SEAT_TAKEN'; END IF;
  IF coalesce(v_hold."seatsBought", 0) + cardinality(v_others) + cardinality(p_seats)
     > greatest(p_limit, coalesce(v_hold."seatLimit", 0)) THEN RETURN 'SEAT_LIMIT'; END IF;

  UPDATE "Seat" s SET status = 'BOOKED', "heldBy" = NULL, "heldUntil" = NULL, version = s.version + 1
   WHERE s.id = ANY (p_seats);
  INSERT INTO "SeatHold" AS h ("userId", "eventId", "seatIds", "seatsBought", "seatLimit", "expiresAt")
  VALUES (p_user, p_event, v_others, cardinality(p_seats), p_limit, now())
  ON CONFLICT ("userId", "eventId") DO UPDATE
     SET "seatIds" = v_others, "seatsBought" = h."seatsBought" + cardinality(p_seats),
         "seatLimit" = greatest(p_limit, h."seatLimit");
  RETURN 'BOOKED';
END $$;

-- Sold seats become free again: the booking's items are no longer live. Returns how many; fewer than asked is a fault.
CREATE FUNCTION unbook_seats(p_user text, p_event text, p_seats text[])
RETURNS integer
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_freed integer;
BEGIN
  UPDATE "SeatHold" SET "seatsBought" = "seatsBought" - cardinality(p_seats) WHERE "userId" = p_user AND "eventId" = p_event;
  PERFORM 1 FROM "Seat" s WHERE s.id = ANY (p_seats) ORDER BY s.id FOR UPDATE;
  UPDATE "Seat" s SET status = 'AVAILABLE', version = s.version + 1 WHERE s.id = ANY (p_seats) AND s.status = 'BOOKED';
  GET DIAGNOSTICS v_freed = ROW_COUNT;
  RETURN v_freed;
END $$;
