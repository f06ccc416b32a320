const cities = `'{Mumbai,Pune,Delhi,Bengaluru,Chennai,Kolkata,Hyderabad,Jaipur,Kochi,Goa}'::text[]`;
const shows = `'{Veena Nights,Monsoon Raga,The Quiet Room,Derby Day,Standing Laughter,Paper Lanterns,Cloud Summit,The Last Local,Garba Live,Chess Open}'::text[]`;
const categories = `'{CONCERT,CONCERT,THEATER,SPORTS,COMEDY,MOVIE,CONFERENCE,MOVIE,CONCERT,OTHER}'::text[]`;

/** Events begin from two years ago to half a year ahead, in no order of their numbers. */
const startsAt = `now() - interval '730 days' + ((n * 7919) % 1000) * interval '0.91 days'`;
const seatCount = `CASE n WHEN 1 THEN 50000 WHEN 1000 THEN 1900 ELSE 950 END`;
const organizer = `CASE WHEN n % 3 = 1 THEN 1 ELSE 2 + n % 19 END`;

/** 120 venues of four sections, 1,000 events, 1,000,000 seats. */
export const places = [
  `INSERT INTO "Venue" (id, name, slug, address, city, "ownerId", "updatedAt")
   SELECT 'bw-venue-' || n, 'Hall ' || n || ' ' || (${cities})[1 + n % 10], 'bw-venue-' || n, n || ' Lane', (${cities})[1 + n % 10],
          CASE WHEN n % 2 = 0 THEN NULL ELSE 'bw-organizer-' || (1 + n % 20) END, now() FROM generate_series(1, 120) n`,
  `INSERT INTO "Section" (id, "venueId", position, name, "rowCount", "seatsPerRow")
   SELECT 'bw-section-' || n || '-' || p, 'bw-venue-' || n, p, (ARRAY['Stalls', 'Circle', 'Balcony', 'Gallery'])[1 + p], 12, 20
     FROM generate_series(1, 120) n, generate_series(0, 3) p`,
  `INSERT INTO "SeatingPlan" (id, "venueId", version, hash, "seatCount", content)
   SELECT 'bw-plan-' || n, 'bw-venue-' || n, 1, 'bw' || n, 950, '{"name":"Hall","size":{"width":1,"height":1},"sections":[],"decorations":[]}'
     FROM generate_series(1, 120) n`,
  `INSERT INTO "Event" (id, serial, slug, title, description, category, artist, status, "organizerId", "venueId", "planId", "planHash", "seatCount",
     "startsAt", "endsAt", "basePricePaise", "minPricePaise", "maxPricePaise", "publishedAt", "createdAt", "updatedAt")
   SELECT 'bw-event-' || n, 1000000 + n, 'bw-event-' || n, (${shows})[1 + n % 10] || ' ' || n, 'An evening.', (${categories})[1 + n % 10]::"EventCategory",
          CASE WHEN n % 4 = 0 THEN 'Ensemble ' || n % 37 END,
          (CASE WHEN n % 25 = 2 THEN 'CANCELLED' WHEN n % 25 = 3 AND at > now() THEN 'DRAFT' WHEN at < now() THEN 'COMPLETED' ELSE 'PUBLISHED' END)::"EventStatus",
          'bw-organizer-' || ${organizer}, 'bw-venue-' || (1 + n % 120), 'bw-plan-' || (1 + n % 120), 'bw-hash-' || n, ${seatCount},
          at, at + interval '3 hours', 50000 + n * 10, 50000 + n * 10, 100000 + n * 20, at - interval '90 days', at - interval '100 days', now()
     FROM (SELECT n, CASE n WHEN 1 THEN now() + interval '20 days' ELSE ${startsAt} END AS at FROM generate_series(1, 1000) n) e`,
  `INSERT INTO "EventSection" ("eventId", "sectionId", position, name, "priceMultiplierBps", "pricePaise", "seatCount")
   SELECT e.id, 's' || p, p, (ARRAY['Stalls', 'Circle', 'Balcony', 'Gallery'])[1 + p], 10000, e."basePricePaise",
          CASE WHEN p < 3 THEN e."seatCount" / 4 ELSE e."seatCount" - 3 * (e."seatCount" / 4) END
     FROM "Event" e, generate_series(0, 3) p WHERE e.id LIKE 'bw-event-%'`,
  // Two in 190 are kept from sale; those that are sold come with the bookings.
  `INSERT INTO "Seat" (id, "eventId", ordinal, "sectionId", "rowLabel", "seatLabel", "pricePaise", status)
   SELECT 'bw' || e.serial || '-' || o, e.id, o, 's' || least(3, o / (e."seatCount" / 4)), chr(65 + (o / 20) % 26), (1 + o % 20)::text, e."basePricePaise",
          (CASE WHEN e.serial = 1000001 OR (o < 350 AND e.status <> 'DRAFT') THEN 'BOOKED' WHEN o % 190 > 187 THEN 'BLOCKED' ELSE 'AVAILABLE' END)::"SeatStatus"
     FROM "Event" e, generate_series(0, e."seatCount" - 1) o WHERE e.id LIKE 'bw-event-%'`,
];
