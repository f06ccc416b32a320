-- The usual way of a gateway order: a booking of the buyer's own that waits for its payment, in time, its seats still held.
-- Whatever is otherwise is refused, and the long way says what it is (services/sale/money/create-order.ts). Locks as
-- everywhere: event, standing, booking, seats (docs/decisions/0080).
CREATE FUNCTION prepare_order(p_booking text, p_user text, p_method text, p_grace_seconds double precision)
RETURNS TABLE ("bookingNumber" text, "totalPaise" integer, "orderId" text)
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_booking record;
  v_seats text[];
  v_until timestamptz(3);
  v_held integer;
BEGIN
  IF NOT lock_booking(p_booking) THEN PERFORM refuse_sale('SLOW'); END IF;
  SELECT b."userId", b.status, b."expiresAt", b."bookingNumber" AS number, b."totalPaise" AS total INTO v_booking FROM "Booking" b WHERE b.id = p_booking;
  IF v_booking."userId" <> p_user OR v_booking.status <> 'PENDING' OR v_booking."expiresAt" <= clock_timestamp() THEN
    PERFORM refuse_sale('SLOW');
  END IF;
  v_until := v_booking."expiresAt" + make_interval(secs => p_grace_seconds);
  v_seats := ARRAY(SELECT i."seatId" FROM "BookingItem" i WHERE i."bookingId" = p_booking);
  PERFORM 1 FROM "Seat" s WHERE s.id = ANY (v_seats) ORDER BY s.id FOR UPDATE;
  UPDATE "Seat" s SET "heldUntil" = v_until, version = s.version + 1 WHERE s.id = ANY (v_seats) AND seat_is_held_by(s, p_user);
  GET DIAGNOSTICS v_held = ROW_COUNT;
  IF v_held < cardinality(v_seats) THEN PERFORM refuse_sale('SLOW'); END IF;
  UPDATE "Booking" b SET "holdsUntil" = v_until, "askedMethod" = p_method::"PaymentMethod" WHERE b.id = p_booking;
  UPDATE "Payment" y SET method = p_method::"PaymentMethod", "updatedAt" = now() WHERE y."bookingId" = p_booking AND y."gatewayPaymentId" IS NULL;
  RETURN QUERY SELECT v_booking.number, v_booking.total,
    (SELECT y."orderId" FROM "Payment" y WHERE y."bookingId" = p_booking ORDER BY y."createdAt", y.id LIMIT 1);
END $$;

-- The order that the gateway made for it, written down, or the one that another tab wrote first.
CREATE FUNCTION record_order(p_booking text, p_order text, p_gateway text, p_method text) RETURNS text
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_total integer;
  v_known text;
BEGIN
  IF NOT lock_booking(p_booking) THEN PERFORM refuse_sale('SLOW'); END IF;
  SELECT b."totalPaise" INTO v_total FROM "Booking" b WHERE b.id = p_booking AND b.status::text = 'PENDING' AND b."expiresAt" > clock_timestamp();
  IF NOT FOUND THEN PERFORM refuse_sale('SLOW'); END IF;
  SELECT y."orderId" INTO v_known FROM "Payment" y WHERE y."bookingId" = p_booking ORDER BY y."createdAt", y.id LIMIT 1;
  IF FOUND THEN RETURN v_known; END IF;
  INSERT INTO "Payment" (id, "bookingId", gateway, "orderId", method, "amountPaise", "updatedAt")
  VALUES (gen_random_uuid()::text, p_booking, p_gateway, p_order, p_method::"PaymentMethod", v_total, now());
  RETURN p_order;
END $$;
