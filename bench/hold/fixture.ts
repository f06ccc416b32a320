import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { seatId } from "~/domain/seating/seat-id";

export const EVENT_ID = "bench-event";
export const SERIAL = 900_001;

export type HoldFixture = {
  pool: Pool;
  seatCount: number;
  /** A seat that nobody has asked for, and who asks: each worker is one buyer for six seats, then the next one. */
  next: (worker: number) => { seatId: string; userId: string };
  /** All seats free again, as after a VACUUM: every round starts alike. */
  reset: () => Promise<void>;
  /** As reset, and nothing was ever booked or paid: the sale's tables are empty. */
  empty: () => Promise<void>;
  /** `count` people called `name`-0, `name`-1, ... */
  makeBuyers: (name: string, count: number) => Promise<void>;
};

/** One event on sale with `seatCount` seats, made by SQL alone. */
export async function makeHoldFixture(databaseUrl: string, seatCount: number): Promise<HoldFixture> {
  const pool = new Pool({ connectionString: databaseUrl, max: 5 });
  await pool.query(`
    INSERT INTO "User" (id, name, email, "passwordHash", role, "updatedAt") VALUES ('bench-org', 'Bench', 'bench@aisle.test', '-', 'ORGANIZER', now());
    INSERT INTO "Venue" (id, name, slug, address, city, "updatedAt") VALUES ('bench-venue', 'Bench', 'bench', '1', 'Mumbai', now());
    INSERT INTO "SeatingPlan" (id, "venueId", version, hash, "seatCount", content) VALUES ('bench-plan', 'bench-venue', 1, 'h', ${seatCount},
      '{"name":"Bench","size":{"width":1,"height":1},"sections":[],"decorations":[]}');
    INSERT INTO "Event" (id, serial, slug, title, description, category, status, "organizerId", "venueId", "planId", "planHash", "seatCount",
      "startsAt", "basePricePaise", "minPricePaise", "maxPricePaise", "orphanRule", "updatedAt")
      VALUES ('${EVENT_ID}', ${SERIAL}, 'bench', 'Bench', '-', 'CONCERT', 'PUBLISHED', 'bench-org', 'bench-venue', 'bench-plan', 'h', ${seatCount},
      now() + interval '30 days', 50000, 50000, 50000, 'OFF', now());
    INSERT INTO "EventSection" ("eventId", "sectionId", position, name, "priceMultiplierBps", "pricePaise", "seatCount")
      VALUES ('${EVENT_ID}', 's', 0, 'Stalls', 10000, 50000, ${seatCount});`);
  const ids = Array.from({ length: seatCount }, (_, ordinal) => seatId(SERIAL, ordinal));
  await pool.query(
    `INSERT INTO "Seat" (id, "eventId", ordinal, "sectionId", "rowLabel", "seatLabel", "pricePaise")
     SELECT id, '${EVENT_ID}', at - 1, 's', ((at - 1) / 100)::text, ((at - 1) % 100)::text, 50000 FROM unnest($1::text[]) WITH ORDINALITY u(id, at)`,
    [ids],
  );
  await pool.query(`VACUUM ANALYZE`);

  let at = 0;
  let run = randomUUID();
  let asked: number[] = [];
  const fixture: HoldFixture = {
    pool,
    seatCount,
    next(worker) {
      const mine = (asked[worker] = (asked[worker] ?? -1) + 1);
      return { seatId: ids[at++ % seatCount]!, userId: `${run}-${worker}-${Math.floor(mine / 6)}` };
    },
    async reset() {
      at = 0;
      run = randomUUID();
      asked = [];
      await pool.query(`TRUNCATE "SeatHold"`);
      await pool.query(
        `UPDATE "Seat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL WHERE status <> 'AVAILABLE'`,
      );
      await pool.query(`VACUUM "Seat"`);
      await pool.query(`CHECKPOINT`);
    },
    async empty() {
      await pool.query(`TRUNCATE "Booking", "Coupon", "Notification", "OutboxMessage", "SandboxRecord", "WebhookEvent" CASCADE`);
      await fixture.reset();
    },
    async makeBuyers(name, count) {
      await pool.query(
        `INSERT INTO "User" (id, name, email, "passwordHash", "updatedAt")
         SELECT $1::text || '-' || b, 'Bench', $1::text || '-' || b || '@aisle.test', '-', now() FROM generate_series(0, $2::int - 1) b
         ON CONFLICT DO NOTHING`,
        [name, count],
      );
    },
  };
  return fixture;
}
