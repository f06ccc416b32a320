-- A buyer's standing knows which bookings may still be waiting: looking for them through an index of Booking would read
-- the page that everybody writes (docs/decisions/0080).
ALTER TABLE "SeatHold" ADD COLUMN "pendingBookingIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "SeatHold" h SET "pendingBookingIds" = ARRAY(
  SELECT b.id FROM "Booking" b WHERE b."userId" = h."userId" AND b."eventId" = h."eventId" AND b.status = 'PENDING' ORDER BY b.id);

-- ── by hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- Asked at COMMIT: between the check, which reads a page of the parent's index, and the end of the transaction nobody
-- can write there any more.
ALTER TABLE "Booking" ALTER CONSTRAINT "Booking_userId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Booking" ALTER CONSTRAINT "Booking_eventId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Booking" ALTER CONSTRAINT "Booking_couponId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "BookingItem" ALTER CONSTRAINT "BookingItem_bookingId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Payment" ALTER CONSTRAINT "Payment_bookingId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Refund" ALTER CONSTRAINT "Refund_paymentId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Refund" ALTER CONSTRAINT "Refund_bookingId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "CouponRedemption" ALTER CONSTRAINT "CouponRedemption_couponId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "CouponRedemption" ALTER CONSTRAINT "CouponRedemption_userId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "CouponRedemption" ALTER CONSTRAINT "CouponRedemption_bookingId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Notification" ALTER CONSTRAINT "Notification_userId_fkey" DEFERRABLE INITIALLY DEFERRED;

-- A free seat, said once: nobody's, or held past its time.
CREATE FUNCTION seat_is_free(s "Seat") RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT s.status = 'AVAILABLE' OR (s.status = 'HELD' AND s."heldUntil" <= now()) $$;

-- A seat that a buyer holds at this moment.
CREATE FUNCTION seat_is_held_by(s "Seat", p_user text) RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT s.status = 'HELD' AND s."heldBy" = p_user AND s."heldUntil" > now() $$;

-- A refusal that undoes what its transaction wrote: services/sale reads the facts in its message.
CREATE FUNCTION refuse_sale(p_outcome text, p_facts jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'AIS01', MESSAGE = (p_facts || jsonb_build_object('outcome', p_outcome))::text; END $$;

-- The seat-hold transaction in one call (docs/decisions/0002, 0080); p_seats sorted and unique. NOT_ON_SALE is an answer;
-- SEAT_LIMIT, SEAT_TAKEN and PLAN_CHANGED are raised, so that the buyer's own row goes back with the rest.
-- The buyer's own row is written first, by an upsert: a SELECT would lock the whole index page that everyone's first
-- hold is inserted into, and half of all attempts would abort though nobody collides.
DROP FUNCTION hold_seats(text, text, text[], double precision, integer);
CREATE FUNCTION hold_seats(p_user text, p_event text, p_seats text[], p_ttl_seconds double precision, p_limit integer, p_plan text DEFAULT NULL)
RETURNS TABLE (outcome text, "seatIds" text[], "expiresAt" timestamptz)
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_plan text;
  v_hold record;
  v_mine text[] := '{}';
  v_mine_until timestamptz[] := '{}';
  v_fresh text[] := p_seats;
  v_locked text[];
  v_open boolean := false;
  v_until timestamptz(3) := now() + make_interval(secs => p_ttl_seconds);
BEGIN
  -- domain/event-state saleStateAt says the same in words.
  SELECT e."planHash" INTO v_plan FROM "Event" e WHERE e.id = p_event AND e.status = 'PUBLISHED'
     AND now() < least(e."startsAt", e."offSaleAt") AND (e."onSaleAt" IS NULL OR e."onSaleAt" <= now());
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'NOT_ON_SALE'::text, '{}'::text[], NULL::timestamptz;
    RETURN;
  END IF;
  IF p_plan <> v_plan THEN PERFORM refuse_sale('PLAN_CHANGED'); END IF;

  INSERT INTO "SeatHold" AS h ("userId", "eventId", "seatIds", "seatLimit", "expiresAt")
  VALUES (p_user, p_event, p_seats, p_limit, v_until)
  ON CONFLICT ("userId", "eventId") DO UPDATE SET "seatLimit" = greatest(p_limit, h."seatLimit")
  RETURNING h."seatIds" AS seats, h."seatsBought" AS bought, h."expiresAt" AS until, (h.xmax = 0) AS is_new
  INTO v_hold;

  IF NOT v_hold.is_new THEN
    -- What the Seat rows say decides, not the list: a hold past its time is nobody's.
    IF cardinality(v_hold.seats) > 0 THEN
      SELECT coalesce(array_agg(s.id ORDER BY s.id), '{}'), coalesce(array_agg(s."heldUntil"), '{}')
        INTO v_mine, v_mine_until
        FROM "Seat" s WHERE s.id = ANY (v_hold.seats) AND seat_is_held_by(s, p_user);
      v_open := v_hold.until = ANY (v_mine_until);
      v_fresh := ARRAY(SELECT x FROM unnest(p_seats) x WHERE x <> ALL (v_mine) ORDER BY x);
    END IF;
    IF cardinality(v_mine) + cardinality(v_fresh) + v_hold.bought > p_limit THEN PERFORM refuse_sale('SEAT_LIMIT'); END IF;
    IF cardinality(v_fresh) = 0 THEN
      -- Seats in a pending booking have the booking's end; the hold's may have passed.
      RETURN QUERY SELECT 'HELD'::text, v_mine,
        (CASE WHEN v_open THEN v_hold.until ELSE (SELECT min(x) FROM unnest(v_mine_until) x) END)::timestamptz;
      RETURN;
    END IF;
    IF v_open THEN
      -- Ten minutes from the first seat: seats added to an open hold share its end.
      v_until := v_hold.until;
    ELSE
      -- Seats with the hold's own end are open: those of an older booking must not become so by chance.
      WHILE v_until = ANY (v_mine_until) LOOP v_until := v_until - interval '1 millisecond'; END LOOP;
    END IF;
  END IF;

  -- In one fixed order, never waiting for another buyer.
  v_locked := ARRAY(
    SELECT s.id FROM "Seat" s WHERE s.id = ANY (v_fresh) AND s."eventId" = p_event AND seat_is_free(s)
     ORDER BY s.id FOR UPDATE SKIP LOCKED);
  IF cardinality(v_locked) < cardinality(v_fresh) THEN
    PERFORM refuse_sale('SEAT_TAKEN', jsonb_build_object(
      'taken', (SELECT coalesce(jsonb_agg(x ORDER BY x), '[]') FROM unnest(v_fresh) x WHERE x <> ALL (v_locked)),
      'names', (SELECT coalesce(jsonb_agg(jsonb_build_array(s."rowLabel", s."seatLabel") ORDER BY s.ordinal), '[]') FROM "Seat" s
                 WHERE s.id = ANY (v_fresh) AND s.id <> ALL (v_locked) AND s."eventId" = p_event)));
  END IF;

  UPDATE "Seat" s SET status = 'HELD', "heldBy" = p_user, "heldUntil" = v_until, version = s.version + 1
   WHERE s.id = ANY (v_locked);
  IF NOT v_hold.is_new THEN
    INSERT INTO "SeatHold" AS h ("userId", "eventId", "seatIds", "seatLimit", "expiresAt")
    VALUES (p_user, p_event, v_mine || v_locked, p_limit, v_until)
    ON CONFLICT ("userId", "eventId") DO UPDATE
       SET "seatIds" = EXCLUDED."seatIds", "expiresAt" = v_until, extensions = CASE WHEN v_open THEN h.extensions ELSE 0 END;
  END IF;
  RETURN QUERY SELECT 'HELD'::text, v_mine || v_locked, v_until::timestamptz;
END $$;

-- Writes a booking whose sums services/sale/bookings has worked out from a reading, and looks again at all that they rest
-- on. Raised: CHANGED (read again), PAYING (a replaced booking is being paid), EXPIRED (its time is up). Locks: Event, SeatHold, bookings, seats, Coupon.
-- p: { id, number, userId, eventId, seatIds (sorted), pending, key, startsAt, cancelUntilHours, cancelRefundBps, policy,
--      subtotalPaise, discountPaise, taxPaise, totalPaise, coupon: { id, type, value, maxDiscountPaise }, ttlSeconds }
CREATE FUNCTION create_booking(p jsonb) RETURNS timestamptz
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
        FROM "Booking" b WHERE b.id = ANY (v_pending) AND b.status = 'PENDING' AND b."holdsUntil" > now() ORDER BY b.id FOR UPDATE
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
            AND NOT (d.state = 'RESERVED' AND b.status = 'PENDING' AND b."holdsUntil" <= now())) THEN
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

-- Ends pending bookings, whose rows the caller has locked, and gives their coupons' uses back; the coupons are locked in
-- order, with the one that the caller goes on to take.
CREATE FUNCTION end_bookings(p_bookings text[], p_status text, p_reason text, p_coupon text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_given text[];
BEGIN
  UPDATE "Booking" b SET status = p_status::"BookingStatus",
         "cancelledAt" = CASE WHEN p_status = 'CANCELLED' THEN now() END, "cancelReason" = p_reason
   WHERE b.id = ANY (p_bookings) AND b.status = 'PENDING';
  WITH given AS (
    UPDATE "CouponRedemption" d SET state = 'RETURNED' WHERE d."bookingId" = ANY (p_bookings) AND d.state = 'RESERVED' RETURNING d."couponId")
  SELECT coalesce(array_agg(g."couponId"), '{}') INTO v_given FROM given g;
  IF v_given = '{}' THEN RETURN; END IF;
  PERFORM 1 FROM "Coupon" c WHERE c.id = ANY (v_given || p_coupon) ORDER BY c.id FOR UPDATE;
  UPDATE "Coupon" c SET "usedCount" = c."usedCount" - n.uses
    FROM (SELECT x AS id, count(*)::int AS uses FROM unnest(v_given) x GROUP BY x) n WHERE c.id = n.id;
END $$;

-- Confirms a booking in time whose seats its buyer still holds, paid or free, from a reading of it: the usual way. Raised:
-- SLOW, where anything is otherwise: then services/sale/money goes the long way, which knows every case. Rows are found by
-- where the reading saw them: an index would lock a page that others' bookings are written to.
-- p: { id, row, userId, eventId, seatIds (sorted), itemRows, totalPaise, hasCoupon, payment: { id, row, gatewayPaymentId,
--      amountPaise, method, status }, news: { type, title, body, href, dedupeKey, recipient, payload } }
CREATE FUNCTION confirm_booking(p jsonb) RETURNS TABLE ("confirmedAt" timestamptz, "paymentRow" text)
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
    WHERE b.ctid = v_row AND b.id = v_id AND b."userId" = v_user AND b.status = 'PENDING' AND b."holdsUntil" > now()
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

-- Money of a confirmed booking has been captured: the usual way, where nothing of it is going back. False: the long way.
CREATE FUNCTION capture_accepted(p_payment text, p_row tid, p_gateway_payment text, p_paise integer) RETURNS boolean
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p_payment) THEN RETURN false; END IF;
  UPDATE "Payment" y SET status = 'COMPLETED', "capturedAt" = now(), "capturedPaise" = p_paise, "updatedAt" = now()
   WHERE y.ctid = p_row AND y.id = p_payment AND y."gatewayPaymentId" = p_gateway_payment AND y.status = 'PROCESSING'
     AND y."acceptedAt" IS NOT NULL AND y."amountPaise" = p_paise;
  RETURN FOUND;
END $$;

-- What every transaction about one booking begins with: whose it is is read without a lock, then the locks come in the one
-- order. False where there is none.
CREATE FUNCTION lock_booking(p_booking text) RETURNS boolean
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_booking record;
BEGIN
  SELECT b."userId", b."eventId" INTO v_booking FROM "Booking" b WHERE b.id = p_booking;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM 1 FROM "Event" e WHERE e.id = v_booking."eventId" FOR SHARE;
  PERFORM 1 FROM "SeatHold" h WHERE h."userId" = v_booking."userId" AND h."eventId" = v_booking."eventId" FOR UPDATE;
  PERFORM 1 FROM "Booking" b WHERE b.id = p_booking FOR UPDATE;
  RETURN true;
END $$;
