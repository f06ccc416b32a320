-- A seating plan is a version: layouts are cached for a year by its hash, and events stand on it. Seats that change
-- are a new version.
CREATE FUNCTION refuse_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A seating plan never changes: make a new version.';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE OF "venueId", version, hash, "seatCount", content ON "SeatingPlan"
  FOR EACH ROW EXECUTE FUNCTION refuse_plan_change();
