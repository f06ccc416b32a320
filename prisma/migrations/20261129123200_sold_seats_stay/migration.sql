-- An event may take another version of its venue's plan while it is on sale: its seats are made anew. What is sold or
-- held must be handed over by the end of that transaction; the database refuses one that forgets a seat.
CREATE FUNCTION refuse_lost_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."seatId" = OLD.id AND i."live")
     OR (OLD."heldUntil" > now()
         AND EXISTS (SELECT 1 FROM "SeatHold" h WHERE h."userId" = OLD."heldBy" AND h."eventId" = OLD."eventId" AND OLD.id = ANY (h."seatIds")))
  THEN
    RAISE EXCEPTION 'Seat % is sold or held: it cannot go.', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER taken_seats_stay AFTER DELETE ON "Seat" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.status IN ('BOOKED', 'HELD')) EXECUTE FUNCTION refuse_lost_seat();
