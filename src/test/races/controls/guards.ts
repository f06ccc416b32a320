/** A guard that is switched off in a copy of the source, and the tests that must notice. */
export type Guard = {
  name: string;
  file: string;
  /** Text that occurs once, and what stands there without the guard. */
  find: string;
  without: string;
  tests: string[];
};

const INIT = "prisma/migrations/20261122000000_init/migration.sql";
const SETTLEMENT = "prisma/migrations/20261122100000_settlement/migration.sql";
const SALE = "prisma/migrations/20261124190100_the_sale/migration.sql";
const KEEPING = "prisma/migrations/20261129122100_keeping/migration.sql";
const WRITES = "src/server/services/sale/seats/write-seats.ts";
const HOLDS = ["src/server/services/sale/seats/seat-lock.test.ts"];
const BOOKINGS = ["src/server/services/sale/bookings/bookings.test.ts"];
const DATABASE = ["src/server/services/constraints.test.ts"];
const RETRY = ["src/server/db/transaction.test.ts"];
const ONE_TRIP = ["src/server/db/one-trip.test.ts"];
const INTERLEAVED = "src/test/races/interleave/interleave.test.ts";
const PAIRS = "src/test/races/interleave/pairs.test.ts";
const DEADLOCKS = ["src/test/races/deadlocks/deadlocks.test.ts"];
const CLOCK = ["src/server/services/sale/seats/clock.test.ts"];
const TRIPS = ["src/test/sale/trips.test.ts"];

export const guards: Guard[] = [
  {
    name: "a hold takes only seats that are free",
    file: KEEPING,
    find: `AND s."eventId" = p_event AND seat_is_free(s)
     ORDER BY s.id FOR UPDATE SKIP LOCKED);`,
    without: `AND s."eventId" = p_event ORDER BY s.id FOR UPDATE SKIP LOCKED);`,
    tests: HOLDS,
  },
  {
    name: "a hold past its time is free",
    file: SALE,
    find: ` OR (s.status = 'HELD' AND s."heldUntil" <= now()) $$;`,
    without: ` $$;`,
    tests: HOLDS,
  },
  {
    name: "the limit of six in the hold",
    file: KEEPING,
    find: `IF cardinality(v_mine) + cardinality(v_fresh) + v_hold.bought > p_limit THEN`,
    without: `IF false THEN`,
    tests: HOLDS,
  },
  {
    name: "seats only while the sale is on",
    file: KEEPING,
    find: `AND now() < least(e."startsAt", e."offSaleAt") AND (e."onSaleAt" IS NULL OR e."onSaleAt" <= now());`,
    without: `;`,
    tests: HOLDS,
  },
  {
    name: "what a buyer holds is what the seats say",
    file: KEEPING,
    find: `WHERE s.id = ANY (v_hold.seats) AND seat_is_held_by(s, p_user);`,
    without: `WHERE s.id = ANY (v_hold.seats);`,
    tests: HOLDS,
  },
  {
    name: "a refusal undoes what its transaction wrote",
    file: SALE,
    find: `RAISE EXCEPTION USING ERRCODE = 'AIS01', MESSAGE`,
    without: `RAISE NOTICE USING MESSAGE`,
    tests: HOLDS,
  },
  {
    name: "constraint: one live item a seat",
    file: INIT,
    find: `CREATE UNIQUE INDEX "BookingItem_live_seat_key" ON "BookingItem" ("seatId") WHERE "live";`,
    without: ``,
    tests: DATABASE,
  },
  {
    name: "constraint: held and bought within the limit",
    file: INIT,
    find: `"seatsBought" >= 0 AND cardinality("seatIds") + "seatsBought" <= "seatLimit"`,
    without: `"seatsBought" >= -1`,
    tests: DATABASE,
  },
  {
    name: "constraint: a held seat has its holder",
    file: INIT,
    find: `("status" = 'HELD' AND "heldBy" IS NOT NULL AND "heldUntil" IS NOT NULL)
  OR ("status" <> 'HELD' AND "heldBy" IS NULL AND "heldUntil" IS NULL)`,
    without: `true`,
    tests: DATABASE,
  },
  {
    name: "the retry of a conflict",
    file: "src/server/db/transaction.ts",
    find: `if (tries === (options.tries ?? room.tries) || leftMs <= 0)`,
    without: `if (tries === 1 || leftMs <= 0)`,
    tests: RETRY,
  },
  {
    name: "a conflict that comes at COMMIT",
    file: "src/server/db/errors.ts",
    find: `return name === "DriverAdapterError" ? "COMMIT" : "DRIVER";`,
    without: `return name === "DriverAdapterError" ? null : "DRIVER";`,
    tests: RETRY,
  },
  {
    name: "Serializable",
    file: "src/server/db/transaction.ts",
    find: `isolationLevel: "Serializable",`,
    without: ``,
    tests: RETRY,
  },
  {
    name: "Serializable in one trip",
    file: "src/server/db/one-trip.ts",
    find: `const BEGIN = "BEGIN ISOLATION LEVEL SERIALIZABLE";`,
    without: `const BEGIN = "BEGIN";`,
    tests: ONE_TRIP,
  },
  {
    name: "the retry of a conflict in one trip",
    file: "src/server/db/errors.ts",
    find: ` || conflictCodes.has(String(e.code));`,
    without: `;`,
    tests: ONE_TRIP,
  },
  {
    name: "one trip that is refused is rolled back before its connection is used again",
    file: "src/server/db/one-trip.ts",
    find: `void client.query("ROLLBACK").then(`,
    without: `void Promise.resolve().then(`,
    tests: TRIPS,
  },
  {
    name: "a booking takes only seats its buyer still holds",
    file: "src/server/services/sale/bookings/create-booking.ts",
    find: `  assertHeld(seats, reading.seats);
`,
    without: ``,
    tests: BOOKINGS,
  },
  {
    name: "a booking looks again at the seats it writes",
    file: KEEPING,
    find: `AND s."eventId" = v_event AND seat_is_held_by(s, v_user) ORDER BY s.id FOR UPDATE) x;`,
    without: `AND s."eventId" = v_event ORDER BY s.id FOR UPDATE) x;`,
    tests: [PAIRS, "-t", "'release' against 'create'"],
  },
  {
    name: "one booking for a request sent twice",
    file: "src/server/services/sale/bookings/same-request.ts",
    find: `return bookings.find((booking) => booking.status === "PENDING" && same(booking)) ?? null;`,
    without: `return null;`,
    tests: BOOKINGS,
  },
  {
    name: "no more than two extensions",
    file: WRITES,
    find: ` AND extensions < \${atMost}`,
    without: ``,
    tests: HOLDS,
  },
  {
    name: "no extension of a hold that has run out",
    file: WRITES,
    find: `AND seat_is_held_by(s, \${userId}) AND "heldUntil" = \${expiresAt}`,
    without: `AND "heldBy" = \${userId} AND "heldUntil" = \${expiresAt}`,
    tests: HOLDS,
  },
  {
    name: "a run of keeping has an end",
    file: KEEPING,
    find: `IF now() < since + make_interval(secs => (p_keep->>'holdsUntil')::float8 - v_brief) THEN RETURN; END IF;`,
    without: `since := now(); RETURN;`,
    tests: ["src/test/races/model/for-ever.test.ts"],
  },
  {
    name: "seats at a few events at once",
    file: KEEPING,
    find: `IF v_confirmed AND v_open >= (p_keep->>'events')::int THEN`,
    without: `IF false THEN`,
    tests: ["src/server/services/sale/seats/keeping.test.ts"],
  },
  {
    name: "a confirmed address before the second event",
    file: KEEPING,
    find: `IF v_confirmed IS NOT TRUE AND v_open >= 1 THEN`,
    without: `IF false THEN`,
    tests: ["src/server/services/sale/seats/keeping.test.ts"],
  },
  {
    name: "the database's clock",
    file: WRITES,
    find: `SELECT least(now() + make_interval(secs => \${env.SEAT_HOLD_TTL}::float8), x.last)`,
    without: `SELECT least(\${new Date()}::timestamptz + make_interval(secs => \${env.SEAT_HOLD_TTL}::float8), x.last)`,
    tests: CLOCK,
  },
  {
    name: "a release frees one's own seats alone",
    file: WRITES,
    find: ` AND status = 'HELD' AND "heldBy" = \${userId}\`;
  await tx.$executeRaw\`
    UPDATE "SeatHold" SET "seatIds" = ARRAY(`,
    without: `\`;
  await tx.$executeRaw\`
    UPDATE "SeatHold" SET "seatIds" = ARRAY(`,
    tests: HOLDS,
  },
  {
    name: "expiry looks again at what it locked",
    file: "src/server/services/sale/bookings/expire-pending.ts",
    find: `if (booking?.status !== "PENDING" || booking.holdsUntil > booking.now) return false;`,
    without: `if (!booking) return false;`,
    tests: [INTERLEAVED, "-t", "confirm against expiry"],
  },
  {
    name: "a sale takes only seats that are the buyer's or free",
    file: SETTLEMENT,
    find: `AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND (s."heldBy" = p_user OR s."heldUntil" <= now())))`,
    without: ``,
    tests: ["src/test/money/late-and-double.test.ts"],
  },
  {
    name: "one lock order: the standing before the booking",
    file: SALE,
    find: `  PERFORM 1 FROM "SeatHold" h WHERE h."userId" = v_booking."userId" AND h."eventId" = v_booking."eventId" FOR UPDATE;
  PERFORM 1 FROM "Booking" b WHERE b.id = p_booking FOR UPDATE;`,
    without: `  PERFORM 1 FROM "Booking" b WHERE b.id = p_booking FOR UPDATE;
  PERFORM 1 FROM "SeatHold" h WHERE h."userId" = v_booking."userId" AND h."eventId" = v_booking."eventId" FOR UPDATE;`,
    tests: DEADLOCKS,
  },
];
