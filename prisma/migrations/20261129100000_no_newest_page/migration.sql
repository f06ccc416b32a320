-- Bookings are known by id here. The cast keeps the small index of pending ones out of it, whose pages every sale writes:
-- reading one at Serializable would make strangers' bookings conflict (docs/decisions/0080).
CREATE OR REPLACE FUNCTION end_bookings(p_bookings text[], p_status text, p_reason text, p_coupon text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_given text[];
BEGIN
  UPDATE "Booking" b SET status = p_status::"BookingStatus",
         "cancelledAt" = CASE WHEN p_status = 'CANCELLED' THEN now() END, "cancelReason" = p_reason
   WHERE b.id = ANY (p_bookings) AND b.status::text = 'PENDING';
  WITH given AS (
    UPDATE "CouponRedemption" d SET state = 'RETURNED' WHERE d."bookingId" = ANY (p_bookings) AND d.state = 'RESERVED' RETURNING d."couponId")
  SELECT coalesce(array_agg(g."couponId"), '{}') INTO v_given FROM given g;
  IF v_given = '{}' THEN RETURN; END IF;
  PERFORM 1 FROM "Coupon" c WHERE c.id = ANY (v_given || p_coupon) ORDER BY c.id FOR UPDATE;
  UPDATE "Coupon" c SET "usedCount" = c."usedCount" - n.uses
    FROM (SELECT x AS id, count(*)::int AS uses FROM unnest(v_given) x GROUP BY x) n WHERE c.id = n.id;
END $$;
