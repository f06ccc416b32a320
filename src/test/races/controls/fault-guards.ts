import type { Guard } from "./guards";

const KEEPING = "prisma/migrations/20261129122100_keeping/migration.sql";
const MONEY = "src/server/services/sale/money";
const FAULTS = "src/test/sale/faults.test.ts";
const SENTENCES = ["src/test/money/sentences.test.ts"];
const OTHER_GATEWAY = `${MONEY}/other-gateway.test.ts`;

/** What was once wrong, and what keeps it from coming back. */
export const faultGuards: Guard[] = [
  {
    name: "a coupon's limit a buyer is counted after its use is taken",
    file: KEEPING,
    find: `IF v_own IS NOT NULL AND v_own <= (`,
    without: `IF false AND v_own <= (`,
    tests: [FAULTS, "-t", "keeps a coupon's limit"],
  },
  {
    name: "a seat keeps its end through every booking",
    file: KEEPING,
    find: `  v_end := least(v_end, v_held.until);
`,
    without: ``,
    tests: ["src/test/races/model/for-ever.test.ts"],
  },
  {
    name: "seat ids are never used twice",
    file: "src/server/services/seats/replace-seats.ts",
    find: `const serial = await newSerial(tx, id);`,
    without: `const serial = event.serial;`,
    tests: ["src/test/races/interleave/pairs.test.ts", "-t", "'confirm' against 'change of plan'"],
  },
  {
    name: "a hold from a stale map is refused",
    file: KEEPING,
    find: `  IF p_plan <> v_plan THEN PERFORM refuse_sale('PLAN_CHANGED'); END IF;
`,
    without: ``,
    tests: [FAULTS, "-t", "stale map"],
  },
  {
    name: "a refund goes back at the gateway that its payment came by",
    file: `${MONEY}/attempt-refund.ts`,
    find: `const gateway = gatewayFor(claimed.gateway, input.gateway);`,
    without: `const gateway = input.gateway as ReturnType<typeof gatewayFor>;`,
    tests: [OTHER_GATEWAY],
  },
  {
    name: "an order is asked about at the gateway it was made at",
    file: `${MONEY}/reconcile/reconcile-orders.ts`,
    find: `const gateway = gatewayFor(name, current);`,
    without: `const gateway = current as ReturnType<typeof gatewayFor>;`,
    tests: [OTHER_GATEWAY],
  },
  {
    name: "each move of an event is told",
    file: "src/server/services/events/tell-new-date.ts",
    find: "const key = `event-moved:${move}:`;",
    without: "const key = `event-moved:${startsAt.toISOString()}:`;",
    tests: ["src/server/services/events/update-event.test.ts", "-t", "each move"],
  },
  {
    name: "who closes an event reads only what is no longer changed",
    file: "src/server/services/events/complete-event.ts",
    find: `status: { in: ["PENDING", "CONFIRMED"] }`,
    without: `status: { in: ["CONFIRMED"] }`,
    tests: ["src/test/races/interleave/pairs.test.ts", "-t", "'create' against 'complete'"],
  },
  {
    name: "a booking is of an event that stands when it is written",
    file: KEEPING,
    find: `WHERE e.id = v_event AND e.status = 'PUBLISHED' AND now() < e."startsAt" AND`,
    without: `WHERE e.id = v_event AND now() < e."startsAt" AND`,
    tests: ["src/test/races/interleave/pairs.test.ts", "-t", "'create' against 'complete'"],
  },
  {
    name: "one bad row stops no job",
    file: "src/server/services/each-row.ts",
    find: `      await setBack(db, work, idOf(row), error);`,
    without: `      throw error;`,
    tests: ["src/server/services/each-row.test.ts"],
  },
  {
    name: "a row that failed is set back",
    file: "src/server/services/each-row.ts",
    find: ` AND f."nextAttemptAt" > now())`,
    without: ` AND false)`,
    tests: ["src/server/services/each-row.test.ts"],
  },
  {
    name: "an answer about an earlier try of a refund is no news",
    file: `${MONEY}/record-refund.ts`,
    find: `if (row.idempotencyKey !== askedWith || (row.gatewayRefundId !== null && row.gatewayRefundId !== refund.refundId))`,
    without: `if (false)`,
    tests: ["src/test/money/refund-answers.test.ts", "-t", "earlier try"],
  },
  {
    name: "a used key is not another amount",
    file: `${MONEY}/refunds/refund-as-organizer.ts`,
    find: `if (known && known.amountPaise !== amountPaise)`,
    without: `if (false)`,
    tests: ["src/test/money/refund-answers.test.ts", "-t", "another amount"],
  },
  {
    name: "nothing that goes back is not called money",
    file: "src/server/services/sale/news/tell-buyer.ts",
    find: `  if (totalPaise === 0) return "It cost nothing, so nothing goes back.";
`,
    without: ``,
    tests: SENTENCES,
  },
  {
    name: "who had six tickets is not told that the seats were gone",
    file: `${MONEY}/record-money.ts`,
    find: `outcome === "SEAT_LIMIT" ? "the limit"`,
    without: `outcome === "SEAT_LIMIT" ? "the seats"`,
    tests: SENTENCES,
  },
  {
    name: "an order is handed out for a booking that still waits",
    file: `${MONEY}/create-order.ts`,
    find: `  // While the gateway was asked it may have been cancelled, paid in another tab, or have run out.
  assertPayable(booking);
`,
    without: ``,
    tests: SENTENCES,
  },
];
