-- What an event and its place are called, as words that PostgreSQL's text search finds: as written, and by their stem.
ALTER TABLE "Event" ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('english', title), 'A') ||
  setweight(to_tsvector('simple', coalesce(artist, '')), 'B') || setweight(to_tsvector('simple', coalesce(subtitle, '')), 'C')
) STORED;
ALTER TABLE "Venue" ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', name), 'C') || setweight(to_tsvector('simple', city), 'D')
) STORED;

CREATE INDEX "Event_lexemes" ON "Event" USING gin (lexemes);
CREATE INDEX "Venue_lexemes" ON "Venue" USING gin (lexemes);

-- Lists in the order of price, read as far as a page goes.
CREATE INDEX "Event_status_minPricePaise_startsAt_idx" ON "Event" (status, "minPricePaise", "startsAt");

-- The words that events and venues have ever been called by: what a typing error is compared with, by trigrams. Kept
-- by triggers, so that no writer can forget it; it only grows, and a word counts only while an event on sale has it.
CREATE TABLE "SearchWord" (
  word TEXT NOT NULL,
  CONSTRAINT "SearchWord_pkey" PRIMARY KEY (word)
);
CREATE INDEX "SearchWord_trgm" ON "SearchWord" USING gin (word gin_trgm_ops);

CREATE FUNCTION learn_words(said text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchWord" (word)
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', said))) AS word WHERE length(word) BETWEEN 3 AND 60
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION learn_event_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(concat_ws(' ', NEW.title, NEW.subtitle, NEW.artist));
  RETURN NULL;
END $$;

CREATE FUNCTION learn_venue_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(concat_ws(' ', NEW.name, NEW.city));
  RETURN NULL;
END $$;

CREATE TRIGGER learn_words AFTER INSERT OR UPDATE OF title, subtitle, artist ON "Event"
  FOR EACH ROW EXECUTE FUNCTION learn_event_words();
CREATE TRIGGER learn_words AFTER INSERT OR UPDATE OF name, city ON "Venue"
  FOR EACH ROW EXECUTE FUNCTION learn_venue_words();

SELECT learn_words(concat_ws(' ', title, subtitle, artist)) FROM "Event";
SELECT learn_words(concat_ws(' ', name, city)) FROM "Venue";
