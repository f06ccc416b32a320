-- Bookings that are known by id are read by id: the cast keeps the small index of pending ones out of it, which the planner
-- likes better while the table is small, and whose pages every sale writes (docs/decisions/0080). As before
-- (20261124190100_the_sale) but for that; create_booking follows in 20261129122100_keeping, which replaces it anyway.

CREATE OR REPLACE FUNCTION confirm_booking(p jsonb) RETURNS TABLE ("confirmedAt" timestamptz, "paymentRow" text)
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_id text := p->>'id';
  v_row tid := (p->>'row')::tid;
  v_user text := p->>'userId';
  v_event text := p->>'eventId';
  v_seats text[] := ARRAY(SELECT jsonb_array_elements_text(p->'seatIds'));
  v_items tid[] := ARRAY(SELECT x::tid FROM jsonb_array_elements_text(p->'itemRows') x);
  v_pay jsonb := p->'payment';
  v_pay_row tid := (p->'payment'->>'row')::tid;
  v_news jsonb := p->'news';
  v_now timestamptz(3) := now();
  v_done integer;
BEGIN
  PERFORM 1 FROM "Event" e WHERE e.id = v_event AND e.status = 'PUBLISHED' FOR SHARE;
  IF NOT FOUND THEN PERFORM refuse_sale('SLOW'); END IF;
  PERFORM 1 FROM "SeatHold" h WHERE h."userId" = v_user AND h."eventId" = v_event FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse_sale('SLOW'); END IF;
  PERFORM 1 FROM "Booking" b
    WHERE b.ctid = v_row AND b.id = v_id AND b."userId" = v_user AND b.status::text = 'PENDING' AND b."holdsUntil" > now()
      AND b."totalPaise" = (p->>'totalPaise')::int FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse_sale('SLOW'); END IF;
  SELECT count(*) INTO v_done FROM (
    SELECT 1 FROM "Seat" s WHERE s.id = ANY (v_seats) AND s."eventId" = v_event AND seat_is_held_by(s, v_user)
     ORDER BY s.id FOR UPDATE) held;
  IF v_done < cardinality(v_seats) THEN PERFORM refuse_sale('SLOW'); END IF;

  UPDATE "Seat" s SET status = 'BOOKED', "heldBy" = NULL, "heldUntil" = NULL, version = s.version + 1 WHERE s.id = ANY (v_seats);
  UPDATE "SeatHold" h
     SET "seatIds" = ARRAY(SELECT x FROM unnest(h."seatIds") x WHERE x <> ALL (v_seats)),
         "seatsBought" = h."seatsBought" + cardinality(v_seats),
         "pendingBookingIds" = array_remove(h."pendingBookingIds", v_id)
   WHERE h."userId" = v_user AND h."eventId" = v_event;
  UPDATE "Booking" b SET status = 'CONFIRMED', "confirmedAt" = v_now WHERE b.ctid = v_row AND b.id = v_id;
  UPDATE "BookingItem" i SET live = true WHERE i.ctid = ANY (v_items) AND i."bookingId" = v_id;
  GET DIAGNOSTICS v_done = ROW_COUNT;
  IF v_done <> cardinality(v_seats) THEN PERFORM refuse_sale('SLOW'); END IF;
  IF (p->>'hasCoupon')::boolean THEN
    UPDATE "CouponRedemption" d SET state = 'USED' WHERE d."bookingId" = v_id AND d.state = 'RESERVED';
    IF NOT FOUND THEN PERFORM refuse_sale('SLOW'); END IF;
  END IF;
  IF v_pay IS NOT NULL AND v_pay <> 'null' THEN
    UPDATE "Payment" y
       SET "gatewayPaymentId" = v_pay->>'gatewayPaymentId', method = (v_pay->>'method')::"PaymentMethod",
           status = (v_pay->>'status')::"PaymentStatus", "authorisedAt" = v_now, "acceptedAt" = v_now, "failureReason" = NULL,
           "capturedAt" = CASE WHEN v_pay->>'status' = 'COMPLETED' THEN v_now END,
           "capturedPaise" = CASE WHEN v_pay->>'status' = 'COMPLETED' THEN y."amountPaise" ELSE 0 END, "updatedAt" = v_now
     WHERE y.ctid = v_pay_row AND y.id = v_pay->>'id' AND y."bookingId" = v_id AND y.status = 'PENDING'
       AND y."amountPaise" = (v_pay->>'amountPaise')::int
       AND (y."gatewayPaymentId" IS NULL OR y."gatewayPaymentId" = v_pay->>'gatewayPaymentId')
    RETURNING y.ctid INTO v_pay_row;
    IF NOT FOUND THEN PERFORM refuse_sale('SLOW'); END IF;
  ELSIF (p->>'totalPaise')::int <> 0 THEN
    PERFORM refuse_sale('SLOW');
  END IF;
  INSERT INTO "Notification" (id, "userId", type, title, body, href, "dedupeKey")
  VALUES (gen_random_uuid()::text, v_user, v_news->>'type', v_news->>'title', v_news->>'body', v_news->>'href', v_news->>'dedupeKey')
  ON CONFLICT DO NOTHING;
  INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey")
  VALUES (gen_random_uuid()::text, v_news->>'type', v_news->>'recipient', v_user, v_news->'payload', 'mail:' || (v_news->>'dedupeKey'))
  ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT v_now::timestamptz, v_pay_row::text;
END $$;
