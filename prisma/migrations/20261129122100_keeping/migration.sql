-- Nobody keeps seats for long without paying (docs/decisions/0170, domain/keeping).
ALTER TABLE "SeatHold"
  ADD COLUMN "keptSince" TIMESTAMPTZ(3),
  ADD COLUMN "keptUntil" TIMESTAMPTZ(3),
  ADD COLUMN "unpaidRounds" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "boughtBefore" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "HoldPlaces" (
    "userId" TEXT NOT NULL,
    "until" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "HoldPlaces_pkey" PRIMARY KEY ("userId")
);

-- ── by hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "HoldPlaces" SET (fillfactor = 70);

-- The limits at holds and bookings of ten minutes: for callers of the release before, which name none.
CREATE FUNCTION keeping_at_ten_minutes() RETURNS jsonb LANGUAGE sql IMMUTABLE
AS $$ SELECT '{"atMost":1800,"holdsUntil":1300,"bookingsUntil":1600,"brief":100,"pauses":[100,600,1800,7200,28800],"forget":86400,"events":4}'::jsonb $$;

-- The run of keeping that a hold at this moment belongs to: domain/keeping runFor. p_going: since when, where something is
-- held and the run goes on whatever happens. Raised: KEPT_LONG, with the seconds until another may begin.
CREATE FUNCTION run_for(p_going timestamptz, p_since timestamptz, p_until timestamptz, p_rounds integer, p_paid boolean, p_keep jsonb,
                        OUT since timestamptz, OUT rounds integer)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  v_pauses jsonb := p_keep->'pauses';
  v_pause float8 := (v_pauses->>least(p_rounds, jsonb_array_length(v_pauses) - 1))::float8;
  v_brief float8 := (p_keep->>'brief')::float8;
BEGIN
  since := now();
  rounds := 0;
  IF p_going IS NULL THEN
    IF p_since IS NULL OR p_until IS NULL OR p_paid OR now() >= p_until + make_interval(secs => (p_keep->>'forget')::float8) THEN RETURN; END IF;
    IF now() >= p_until + make_interval(secs => v_pause) THEN
      rounds := p_rounds + CASE WHEN p_until - p_since > make_interval(secs => v_brief) THEN 1 ELSE 0 END;
      RETURN;
    END IF;
  END IF;
  since := coalesce(p_since, now());
  rounds := p_rounds;
  IF now() < since + make_interval(secs => (p_keep->>'holdsUntil')::float8 - v_brief) THEN RETURN; END IF;
  PERFORM refuse_sale('KEPT_LONG', jsonb_build_object('holding', p_going IS NOT NULL,
    'seconds', ceil(extract(epoch FROM p_until + make_interval(secs => v_pause) - now()))));
END $$;

-- Writes down that a buyer begins to hold at an event. An upsert, for the reason that the standing's is one; where they may
-- be holding at as many events as they may already, each is looked at. Raised: UNCONFIRMED, TOO_MANY_EVENTS.
CREATE FUNCTION note_hold_place(p_user text, p_event text, p_since timestamptz, p_keep jsonb) RETURNS void
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_now float8 := extract(epoch FROM now());
  v_others text[];
  v_confirmed boolean;
  v_open integer;
BEGIN
  INSERT INTO "HoldPlaces" AS b ("userId", until)
  VALUES (p_user, jsonb_build_object(p_event, ceil(extract(epoch FROM p_since) + (p_keep->>'atMost')::float8)))
  ON CONFLICT ("userId") DO UPDATE
     SET until = (SELECT coalesce(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each(b.until) e WHERE (e.value)::float8 > v_now) || EXCLUDED.until
  RETURNING ARRAY(SELECT k FROM jsonb_object_keys(until) k WHERE k <> p_event) INTO v_others;
  IF cardinality(v_others) = 0 THEN RETURN; END IF;
  SELECT u."emailVerifiedAt" IS NOT NULL INTO v_confirmed FROM "User" u WHERE u.id = p_user;
  IF v_confirmed AND cardinality(v_others) < (p_keep->>'events')::int THEN RETURN; END IF;
  SELECT count(*) INTO v_open FROM "SeatHold" h
   WHERE h."userId" = p_user AND h."eventId" = ANY (v_others)
     AND EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = ANY (h."seatIds") AND seat_is_held_by(s, p_user));
  IF v_confirmed AND v_open >= (p_keep->>'events')::int THEN PERFORM refuse_sale('TOO_MANY_EVENTS'); END IF;
  IF v_confirmed IS NOT TRUE AND v_open >= 1 THEN PERFORM refuse_sale('UNCONFIRMED'); END IF;
END $$;

-- As before (20261124190100_the_sale), and a run of keeping has an end.
DROP FUNCTION hold_seats(text, text, text[], double precision, integer, text);
CREATE FUNCTION hold_seats(p_user text, p_event text, p_seats text[], p_ttl_seconds double precision, p_limit integer, p_plan text DEFAULT NULL,
  p_keep jsonb DEFAULT keeping_at_ten_minutes())
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
  v_now timestamptz(3) := now();
  v_until timestamptz(3) := v_now + make_interval(secs => p_ttl_seconds);
  v_since timestamptz(3) := v_now;
  v_rounds integer := 0;
BEGIN
  -- domain/event-state saleStateAt says the same in words.
  SELECT e."planHash" INTO v_plan FROM "Event" e WHERE e.id = p_event AND e.status = 'PUBLISHED'
     AND now() < least(e."startsAt", e."offSaleAt") AND (e."onSaleAt" IS NULL OR e."onSaleAt" <= now());
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'NOT_ON_SALE'::text, '{}'::text[], NULL::timestamptz;
    RETURN;
  END IF;
  IF p_plan <> v_plan THEN PERFORM refuse_sale('PLAN_CHANGED'); END IF;

  INSERT INTO "SeatHold" AS h ("userId", "eventId", "seatIds", "seatLimit", "expiresAt", "keptSince", "keptUntil")
  VALUES (p_user, p_event, p_seats, p_limit, v_until, v_now, v_until)
  ON CONFLICT ("userId", "eventId") DO UPDATE SET "seatLimit" = greatest(p_limit, h."seatLimit")
  RETURNING h."seatIds" AS seats, h."seatsBought" AS bought, h."expiresAt" AS until, (h.xmax = 0) AS is_new,
            h."keptSince" AS kept_since, h."keptUntil" AS kept_until, h."unpaidRounds" AS rounds, h."boughtBefore" AS bought_before
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
      SELECT r.since, r.rounds INTO v_since, v_rounds FROM run_for(
        CASE WHEN cardinality(v_mine) > 0 THEN v_hold.kept_since END, v_hold.kept_since, v_hold.kept_until, v_hold.rounds,
        v_hold.bought > v_hold.bought_before, p_keep) r;
      v_until := least(v_until, v_since + make_interval(secs => (p_keep->>'holdsUntil')::float8));
      -- Seats with the hold's own end are open: those of an older booking must not become so by chance.
      WHILE v_until = ANY (v_mine_until) LOOP v_until := v_until - interval '1 millisecond'; END LOOP;
    END IF;
  END IF;

  IF cardinality(v_mine) = 0 THEN PERFORM note_hold_place(p_user, p_event, v_since, p_keep); END IF;

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
       SET "seatIds" = EXCLUDED."seatIds", "expiresAt" = v_until, extensions = CASE WHEN v_open THEN h.extensions ELSE 0 END,
           "keptSince" = CASE WHEN v_open THEN h."keptSince" ELSE v_since END,
           "keptUntil" = CASE WHEN cardinality(v_mine) = 0 THEN v_until ELSE greatest(h."keptUntil", v_until) END,
           "unpaidRounds" = CASE WHEN cardinality(v_mine) = 0 THEN v_rounds ELSE h."unpaidRounds" END,
           "boughtBefore" = CASE WHEN cardinality(v_mine) = 0 THEN h."seatsBought" ELSE h."boughtBefore" END;
  END IF;
  RETURN QUERY SELECT 'HELD'::text, v_mine || v_locked, v_until::timestamptz;
END $$;

-- As before, and a booking ends with the run.
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
  -- Nothing of a run of keeping outlasts it.
  v_end := least(v_end, v_hold."keptSince" + make_interval(secs => (coalesce(p->'keep', keeping_at_ten_minutes())->>'bookingsUntil')::float8));
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
  UPDATE "SeatHold" h SET "pendingBookingIds" = v_kept || v_id, "keptUntil" = greatest(h."keptUntil", v_end)
   WHERE h."userId" = v_user AND h."eventId" = v_event;
  RETURN v_end;
END $$;

-- As before, and who bought and gave it back has paid all the same.
CREATE OR REPLACE FUNCTION unbook_seats(p_user text, p_event text, p_seats text[])
RETURNS integer
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_freed integer;
BEGIN
  UPDATE "SeatHold" SET "seatsBought" = "seatsBought" - cardinality(p_seats), "boughtBefore" = -1
   WHERE "userId" = p_user AND "eventId" = p_event;
  PERFORM 1 FROM "Seat" s WHERE s.id = ANY (p_seats) ORDER BY s.id FOR UPDATE;
  UPDATE "Seat" s SET status = 'AVAILABLE', version = s.version + 1 WHERE s.id = ANY (p_seats) AND s.status = 'BOOKED';
  GET DIAGNOSTICS v_freed = ROW_COUNT;
  RETURN v_freed;
END $$;
