-- Bookings that are known by id are read by id: the cast keeps the small index of pending ones out of it, which the planner
-- likes better while the table is small, and whose pages every sale writes (docs/decisions/0080).

CREATE OR REPLACE FUNCTION create_booking(p jsonb) RETURNS timestamptz
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_id text := p->>'id';
  v_user text := p->>'userId';
  v_event text := p->>'eventId';
  v_coupon text := p->'coupon'->>'id';
  v_seats text[] := ARRAY(SELECT jsonb_array_elements_text(p->'seatIds'));
  v_pending text[] := ARRAY(SELECT jsonb_array_elements_text(p->'pending'));
  v_hold "SeatHold"%ROWTYPE;
  v_end timestamptz(3) := now() + make_interval(secs => (p->>'ttlSeconds')::float8);
  v_waiting record;
  v_ended text[] := '{}';
  v_kept text[] := '{}';
  v_held record;
  v_own integer;
BEGIN
  PERFORM 1 FROM "Event" e
    WHERE e.id = v_event AND e.status = 'PUBLISHED' AND now() < e."startsAt" AND e."startsAt" = (p->>'startsAt')::timestamptz
      AND e."cancelUntilHours" IS NOT DISTINCT FROM (p->>'cancelUntilHours')::int AND e."cancelRefundBps" = (p->>'cancelRefundBps')::int
    FOR SHARE;
  IF NOT FOUND THEN PERFORM refuse_sale('CHANGED'); END IF;

  SELECT * INTO v_hold FROM "SeatHold" h WHERE h."userId" = v_user AND h."eventId" = v_event FOR UPDATE;
  IF NOT FOUND OR coalesce(v_hold."pendingBookingIds", '{}') <> v_pending THEN PERFORM refuse_sale('CHANGED'); END IF;

  IF cardinality(v_pending) > 0 THEN
    FOR v_waiting IN
      SELECT b.id, b."expiresAt",
             EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."bookingId" = b.id AND i."seatId" = ANY (v_seats)) AS replaced
        FROM "Booking" b WHERE b.id = ANY (v_pending) AND b.status::text = 'PENDING' AND b."holdsUntil" > now() ORDER BY b.id FOR UPDATE
    LOOP
      IF v_waiting.replaced THEN
        v_ended := v_ended || v_waiting.id;
        v_end := least(v_end, v_waiting."expiresAt");
      ELSE
        v_kept := v_kept || v_waiting.id;
      END IF;
    END LOOP;
    IF EXISTS (SELECT 1 FROM "Payment" y WHERE y."bookingId" = ANY (v_ended) AND y.status IN ('PROCESSING', 'COMPLETED')) THEN
      PERFORM refuse_sale('PAYING');
    END IF;
  END IF;

  -- Seats that are in the open hold no more keep the end they have: no circle of booking and letting go prolongs it.
  SELECT count(*) AS seats, coalesce(sum(x."pricePaise"), 0) AS paise,
         min(x."heldUntil") FILTER (WHERE x."heldUntil" <> v_hold."expiresAt") AS until
    INTO v_held
    FROM (SELECT s."pricePaise", s."heldUntil" FROM "Seat" s
           WHERE s.id = ANY (v_seats) AND s."eventId" = v_event AND seat_is_held_by(s, v_user) ORDER BY s.id FOR UPDATE) x;
  IF v_held.seats < cardinality(v_seats) OR v_held.paise <> (p->>'subtotalPaise')::int THEN PERFORM refuse_sale('CHANGED'); END IF;
  v_end := least(v_end, v_held.until);
  -- The hold's own end would make them open again.
  IF v_end = v_hold."expiresAt" THEN v_end := v_end - interval '1 millisecond'; END IF;
  IF v_end <= now() THEN PERFORM refuse_sale('EXPIRED'); END IF;

  IF cardinality(v_ended) > 0 THEN
    PERFORM end_bookings(v_ended, 'CANCELLED', 'replaced by a new booking', v_coupon);
  END IF;
  IF v_coupon IS NOT NULL THEN
    -- Taken first: whoever counts after it has waited for the others, or is refused and tries again.
    UPDATE "Coupon" c SET "usedCount" = c."usedCount" + 1
     WHERE c.id = v_coupon AND c.active AND c."validFrom" <= now() AND now() < c."validUntil"
       AND (c."usageLimit" IS NULL OR c."usedCount" < c."usageLimit")
       AND c.type = (p->'coupon'->>'type')::"CouponType" AND c.value = (p->'coupon'->>'value')::int
       AND c."maxDiscountPaise" IS NOT DISTINCT FROM (p->'coupon'->>'maxDiscountPaise')::int
    RETURNING c."perBuyerLimit" INTO v_own;
    IF NOT FOUND THEN PERFORM refuse_sale('CHANGED'); END IF;
    IF v_own IS NOT NULL AND v_own <= (
         SELECT count(*) FROM "CouponRedemption" d JOIN "Booking" b ON b.id = d."bookingId"
          WHERE d."couponId" = v_coupon AND d."userId" = v_user AND d.state <> 'RETURNED'
            AND NOT (d.state = 'RESERVED' AND b.status::text = 'PENDING' AND b."holdsUntil" <= now())) THEN
      PERFORM refuse_sale('CHANGED');
    END IF;
  END IF;

  INSERT INTO "Booking" (id, "bookingNumber", "userId", "eventId", "seatCount", "subtotalPaise", "discountPaise", "taxPaise",
                         "totalPaise", "couponId", "idempotencyKey", "expiresAt", "holdsUntil", policy)
  VALUES (v_id, p->>'number', v_user, v_event, cardinality(v_seats), (p->>'subtotalPaise')::int, (p->>'discountPaise')::int,
          (p->>'taxPaise')::int, (p->>'totalPaise')::int, v_coupon, p->>'key', v_end, v_end, p->'policy');
  INSERT INTO "BookingItem" (id, "bookingId", "eventId", "seatId", "sectionId", "sectionName", "rowLabel", "seatLabel", "pricePaise")
  SELECT gen_random_uuid()::text, v_id, v_event, s.id, s."sectionId", coalesce(x.name, ''), s."rowLabel", s."seatLabel", s."pricePaise"
    FROM "Seat" s LEFT JOIN "EventSection" x ON x."eventId" = s."eventId" AND x."sectionId" = s."sectionId"
   WHERE s.id = ANY (v_seats);
  IF v_coupon IS NOT NULL THEN
    INSERT INTO "CouponRedemption" (id, "couponId", "userId", "bookingId", "discountPaise")
    VALUES (gen_random_uuid()::text, v_coupon, v_user, v_id, (p->>'discountPaise')::int);
  END IF;
  UPDATE "Seat" s SET "heldUntil" = v_end, version = s.version + 1 WHERE s.id = ANY (v_seats);
  UPDATE "SeatHold" h SET "pendingBookingIds" = v_kept || v_id WHERE h."userId" = v_user AND h."eventId" = v_event;
  RETURN v_end;
END $$;

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
