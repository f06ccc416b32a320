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
const HOLDS = ["src/server/services/sale/seats/seat-lock.test.ts"];
const BOOKINGS = ["src/server/services/sale/bookings/bookings.test.ts"];
const DATABASE = ["src/server/services/constraints.test.ts"];
const RETRY = ["src/server/db/transaction.test.ts"];
const CLOCK = ["src/server/services/sale/seats/clock.test.ts"];
const ORDERS = ["src/test/races/interleave/interleave.test.ts", "-t", "confirm against expiry"];

export const guards: Guard[] = [
  {
    name: "a hold takes only seats that are free",
    file: INIT,
    find: `WHERE s.id = ANY (v_fresh) AND s."eventId" = p_event
       AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND s."heldUntil" <= now()))`,
    without: `WHERE s.id = ANY (v_fresh) AND s."eventId" = p_event`,
    tests: HOLDS,
  },
  {
    name: "a hold past its time is free",
    file: INIT,
    find: `AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND s."heldUntil" <= now()))
     ORDER BY s.id FOR UPDATE SKIP LOCKED);`,
    without: `AND s.status = 'AVAILABLE' ORDER BY s.id FOR UPDATE SKIP LOCKED);`,
    tests: HOLDS,
  },
  {
    name: "the limit of six in the hold",
    file: INIT,
    find: `IF cardinality(v_mine) + cardinality(v_fresh) + v_hold.bought > p_limit THEN`,
    without: `IF false THEN`,
    tests: HOLDS,
  },
  {
    name: "seats only while the sale is on",
    file: INIT,
    find: `AND now() < least(e."startsAt", e."offSaleAt") AND (e."onSaleAt" IS NULL OR e."onSaleAt" <= now());`,
    without: `;`,
    tests: HOLDS,
  },
  {
    name: "what a buyer holds is what the seats say",
    file: INIT,
    find: `AND s.status = 'HELD' AND s."heldBy" = p_user AND s."heldUntil" > now();
      v_fresh`,
    without: `;
      v_fresh`,
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
    find: `const MAX_TRIES = 8;`,
    without: `const MAX_TRIES = 1;`,
    tests: RETRY,
  },
  {
    name: "a conflict that comes at COMMIT",
    file: "src/server/db/transaction.ts",
    find: `if (loose.name === "DriverAdapterError" && isConflictCause(loose.cause)) return "COMMIT";`,
    without: ``,
    tests: RETRY,
  },
  {
    name: "Serializable",
    file: "src/server/db/transaction.ts",
    find: `isolationLevel: options.isolation ?? "Serializable",`,
    without: ``,
    tests: RETRY,
  },
  {
    name: "a booking waits for the buyer's own standing first",
    file: "src/server/services/sale/money/booking-transaction.ts",
    find: `AND "eventId" = \${eventId} FOR UPDATE\`;`,
    without: `AND "eventId" = \${eventId}\`;`,
    tests: [...BOOKINGS, "-t", "at once"],
  },
  {
    name: "a booking takes only seats its buyer still holds",
    file: "src/server/services/sale/bookings/create-booking.ts",
    find: `AND status = 'HELD' AND "heldBy" = \${actor.id} AND "heldUntil" > now() ORDER BY id FOR UPDATE`,
    without: `ORDER BY id FOR UPDATE`,
    tests: BOOKINGS,
  },
  {
    name: "the database's clock",
    file: "src/server/services/sale/bookings/create-booking.ts",
    find: `const fresh = standing.now.getTime()`,
    without: `const fresh = Date.now()`,
    tests: CLOCK,
  },
  {
    name: "one booking for a request sent twice",
    file: "src/server/services/sale/bookings/same-request.ts",
    find: `return waiting.find(same) ?? null;`,
    without: `return null;`,
    tests: BOOKINGS,
  },
  {
    name: "no more than two extensions",
    file: "src/server/services/sale/seats/extend-hold.ts",
    find: ` AND extensions < \${MAX_EXTENSIONS}`,
    without: ``,
    tests: HOLDS,
  },
  {
    name: "no extension of a hold that has run out",
    file: "src/server/services/sale/seats/extend-hold.ts",
    find: `AND "heldUntil" > now() AND "heldUntil" = \${hold.expiresAt}`,
    without: `AND "heldUntil" = \${hold.expiresAt}`,
    tests: HOLDS,
  },
  {
    name: "a release frees one's own seats alone",
    file: "src/server/services/sale/bookings/release-seats.ts",
    find: ` AND status = 'HELD' AND "heldBy" = \${actor.id}\``,
    without: `\``,
    tests: HOLDS,
  },
  {
    name: "expiry looks again at what it locked",
    file: "src/server/services/sale/bookings/expire-pending.ts",
    find: `WHERE id = \${bookingId} AND status = 'PENDING' AND "holdsUntil" <= now() FOR UPDATE SKIP LOCKED`,
    without: `WHERE id = \${bookingId} FOR UPDATE SKIP LOCKED`,
    tests: ORDERS,
  },
  {
    name: "a sale takes only seats that are the buyer's or free",
    file: SETTLEMENT,
    find: `AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND (s."heldBy" = p_user OR s."heldUntil" <= now())))`,
    without: ``,
    tests: ["src/test/money/late-and-double.test.ts"],
  },
];
