-- Search forgives typing errors, and finds parts of words without reading every event.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "Event_title_trgm" ON "Event" USING gin (title gin_trgm_ops);
CREATE INDEX "Event_artist_trgm" ON "Event" USING gin (artist gin_trgm_ops);
