import { Pool } from "pg";

/** Events on sale; a fifth as many again are over, drafts or called off. */
export const EVENTS = 10_000;
const VENUES = 120;
const BOOKINGS = 50_000;

const cities = ["Mumbai", "Delhi", "Bengaluru", "Chennai", "Kolkata", "Hyderabad", "Pune", "Kochi", "Jaipur", "Guwahati", "Lucknow", "Indore"];
const openings = ["An Evening of", "The Last", "A Night with", "Songs from", "The Great", "Beyond", "Letters to", "Return of the", "Under", "Seven", "Midnight", "Echoes of"];
const things = ["Veena", "Ghazals", "Sitar", "Monsoon", "Derby", "Dhrupad", "Kathakali", "Laughter", "Lanterns", "Wrestlers", "Qawwali", "Trains", "Tabla", "Mirrors", "Rivers"];
const starts = ["Ka", "Sha", "Ra", "Ni", "Va", "Me", "Jo", "Ta", "De", "Li", "Pra", "Su", "Go", "Bha", "Chi", "Zu"];
const middles = ["ran", "lin", "ve", "mo", "da", "shi", "ka", "nu", "ri", "ba", "tha", "yo"];
const ends = ["ya", "dra", "sh", "ni", "la", "war", "kar", "ta", "m", "pur", "nath", "esh"];

/** A word nobody has thought of, the same for the same number: 2,304 of them. */
export function madeUp(n: number): string {
  const pick = (list: readonly string[], by: number) => list[Math.floor(by) % list.length]!;
  return pick(starts, n) + pick(middles, n / starts.length) + pick(ends, n / (starts.length * middles.length));
}

/** What somebody may look for, spread over the whole catalogue. */
export const searched = {
  city: (n: number) => cities[n % cities.length]!,
  thing: (n: number) => things[n % things.length]!,
  artist: (n: number) => madeUp(n * 37),
};

/** The catalogue, by SQL alone: names of many words, a few words in many names, as catalogues are. */
export async function makeCatalogue(databaseUrl: string): Promise<Pool> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  const all = Math.round(EVENTS * 1.2);
  const rows = Array.from({ length: all }, (_, n) => ({
    n,
    title: `${openings[(n * 7) % openings.length]} ${things[(n * 11) % things.length]} and ${madeUp(n * 13)}`,
    artist: `${madeUp(n * 37)} ${madeUp(n * 53 + 7)}`,
    subtitle: n % 3 ? null : `${things[(n * 5) % things.length]} for ${madeUp(n * 3)}`,
    status: n < EVENTS ? "PUBLISHED" : ["COMPLETED", "DRAFT", "CANCELLED"][n % 3],
    category: ["CONCERT", "MOVIE", "SPORTS", "THEATER", "COMEDY", "CONFERENCE"][n % 6],
    days: n < EVENTS ? 0.1 + ((n * 97) % 18_000) / 100 : n % 3 ? 30 : -30,
    price: 10_000 + ((n * 31) % 200) * 2_500,
  }));
  const venues = Array.from({ length: VENUES }, (_, n) => ({ n, name: `${madeUp(n * 29)} ${["Hall", "Arena", "Stage", "Talkies"][n % 4]}`, city: cities[n % cities.length] }));
  await pool.query(`INSERT INTO "User" (id, name, email, "passwordHash", role, "updatedAt") VALUES ('org', 'Bench', 'search@aisle.test', '-', 'ORGANIZER', now())`);
  await pool.query(
    `INSERT INTO "Venue" (id, name, slug, address, city, "updatedAt")
     SELECT 'v' || n, name, 'v' || n, '1', city, now() FROM json_to_recordset($1) AS v(n int, name text, city text)`,
    [JSON.stringify(venues)],
  );
  await pool.query(`
    INSERT INTO "SeatingPlan" (id, "venueId", version, hash, "seatCount", content)
    SELECT 'p' || n, 'v' || n, 1, 'h', 400, '{"name":"Bench","size":{"width":1,"height":1},"sections":[],"decorations":[]}' FROM generate_series(0, ${VENUES - 1}) n`);
  await pool.query(
    `INSERT INTO "Event" (id, slug, title, artist, subtitle, description, category, status, "organizerId", "venueId", "planId", "planHash",
       "seatCount", "startsAt", "basePricePaise", "minPricePaise", "maxPricePaise", "updatedAt")
     SELECT 'e' || n, 'e' || n, title, artist, subtitle, repeat('An evening worth leaving the house for. ', 30), category::"EventCategory", status::"EventStatus",
       'org', 'v' || n % ${VENUES}, 'p' || n % ${VENUES}, 'h', 400, now() + days * interval '1 day', price, price, price * 3, now()
       FROM json_to_recordset($1) AS e(n int, title text, artist text, subtitle text, status text, category text, days float, price int)`,
    [JSON.stringify(rows)],
  );
  // A few events have most of the bookings.
  await pool.query(`
    INSERT INTO "Booking" (id, "bookingNumber", "userId", "eventId", status, "seatCount", "subtotalPaise", "taxPaise", "totalPaise", "expiresAt", "holdsUntil", "confirmedAt", policy)
    SELECT 'b' || n, 'B' || n, 'org', 'e' || floor(${EVENTS} * power(((n * 7919) % ${BOOKINGS})::float / ${BOOKINGS}, 3)),
      (CASE WHEN n % 5 = 0 THEN 'EXPIRED' ELSE 'CONFIRMED' END)::"BookingStatus", 2, 1000, 180, 1180, now(), now(), now(), '{}'
      FROM generate_series(0, ${BOOKINGS - 1}) n`);
  await pool.query("VACUUM ANALYZE");
  return pool;
}
