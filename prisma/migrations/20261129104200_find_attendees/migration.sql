-- People are found by their names whether or not one types the accents, and bookings by the names of their seats.
CREATE FUNCTION plain_words(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036F]', '', 'g')), 'øłđßæœ', 'oldsao')
$$;
CREATE INDEX "User_plain_name" ON "User" USING gin (plain_words(name) gin_trgm_ops);

-- "C12" and "c-12" are one key; who typed a dash is asked again.
CREATE FUNCTION seat_key(row_label text, seat_label text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(upper(row_label || seat_label), '-', '')
$$;
CREATE INDEX "BookingItem_seat_names" ON "BookingItem" ("eventId", seat_key("rowLabel", "seatLabel"));
