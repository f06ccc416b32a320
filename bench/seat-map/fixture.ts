import type { Pool } from "pg";
import { seatId } from "~/domain/seating/seat-id";
import { stadiumPlan } from "./stadium";

const SERIAL = 900_050;
export const stadiumEvent = { id: "bench-stadium", planHash: "bench-stadium-50000", seatCount: 50_000 };

/** Seats gone at random, which packs worst; the same ones in every run. */
const status = `CASE WHEN hashtext(at::text) % 3 = 0 THEN 'BOOKED'::"SeatStatus"
                     WHEN hashtext(at::text) % 17 = 0 THEN 'BLOCKED' ELSE 'AVAILABLE' END`;

/** The stadium as an event on sale, half of it gone, made by SQL alone; once for a database. */
export async function makeStadiumEvent(pool: Pool): Promise<void> {
  const { id, planHash, seatCount } = stadiumEvent;
  const known = await pool.query(`SELECT 1 FROM "Event" WHERE id = $1`, [id]);
  if (known.rowCount) return;
  const content = stadiumPlan(seatCount);
  await pool.query(`
    INSERT INTO "User" (id, name, email, "passwordHash", role, "updatedAt")
      VALUES ('${id}', 'Bench', '${id}@aisle.test', '-', 'ORGANIZER', now());
    INSERT INTO "Venue" (id, name, slug, address, city, "updatedAt") VALUES ('${id}', 'Stadium', '${id}', '1', 'Mumbai', now())`);
  await pool.query(
    `INSERT INTO "SeatingPlan" (id, "venueId", version, hash, "seatCount", content) VALUES ($1, $1, 1, $2, $3, $4)`,
    [id, planHash, seatCount, JSON.stringify(content)],
  );
  await pool.query(`
    INSERT INTO "Event" (id, serial, slug, title, description, category, status, "organizerId", "venueId", "planId", "planHash",
      "seatCount", "startsAt", "basePricePaise", "minPricePaise", "maxPricePaise", "updatedAt")
    VALUES ('${id}', ${SERIAL}, '${id}', 'Bench', '-', 'SPORTS', 'PUBLISHED', '${id}', '${id}', '${id}', '${planHash}',
      ${seatCount}, now() + interval '30 days', 50000, 50000, 50000, now())`);
  const places = content.sections.flatMap((section) =>
    section.rows.flatMap((row) => row.seats.map((seat) => [section.id, row.label, seat.label] as const)),
  );
  await pool.query(
    `INSERT INTO "EventSection" ("eventId", "sectionId", position, name, "priceMultiplierBps", "pricePaise", "seatCount")
     SELECT '${id}', s, at, s, 10000, 50000, 1 FROM unnest($1::text[]) WITH ORDINALITY u(s, at)`,
    [content.sections.map((section) => section.id)],
  );
  await pool.query(
    `INSERT INTO "Seat" (id, "eventId", ordinal, "sectionId", "rowLabel", "seatLabel", "pricePaise", status)
     SELECT u.id, '${id}', at - 1, section, "row", seat, 50000, ${status}
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY u(id, section, "row", seat, at)`,
    [
      places.map((_, ordinal) => seatId(SERIAL, ordinal)),
      places.map(([section]) => section),
      places.map(([, row]) => row),
      places.map(([, , seat]) => seat),
    ],
  );
  await pool.query(`VACUUM ANALYZE "Seat"`);
}
