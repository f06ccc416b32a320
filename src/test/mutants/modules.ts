/** What is mutated, and the tests that must notice. */
export type MutatedModule = { name: string; file: string; tests: string[] };

const domain = (name: string, file: string, ...tests: string[]): MutatedModule => ({
  name,
  file: `src/domain/${file}.ts`,
  tests: tests.map((test) => `src/domain/${test}.test.ts`),
});

export const modules: MutatedModule[] = [
  domain("pricing", "pricing", "money-rules"),
  domain("money", "money", "money-rules"),
  domain("tax", "tax", "money-rules"),
  domain("coupon", "coupon", "coupon", "money-rules"),
  domain("cancellation", "cancellation", "cancellation"),
  domain("settlement", "settlement", "settlement"),
  domain("booking-state", "booking-state", "states"),
  domain("payment-state", "payment-state", "states"),
  domain("event-state", "event-state", "states"),
  domain("best-available", "seating/best-available", "seating/best-available"),
  domain("orphan-rule", "seating/orphan-rule", "seating/best-available"),
];

/** A mutant that survives because nothing can tell it from the source, or because nothing should. */
export type Explained = { file: string; line: string; from: string; to: string; why: string };

const tax = "src/domain/tax.ts";
const best = "src/domain/seating/best-available.ts";
const orphans = "src/domain/seating/orphan-rule.ts";

export const explained: Explained[] = [
  {
    file: tax,
    line: "let price = Math.ceil((allInPaise * 10_000) / (10_000 + GST_BPS));",
    from: "10_000",
    to: "(10_000 + 1)",
    why: "The walk down begins higher and ends at the same price.",
  },
  ...["(0 + 1)", ">="].map((to) => ({
    file: tax,
    line: "while (price > 0 && allIn(price) > allInPaise) price--;",
    from: to === ">=" ? ">" : "0",
    to,
    why: "An all-in price of nothing begins at nothing, and the all-in price of 1 paisa is 1 paisa: neither walks further.",
  })),
  {
    file: "src/domain/settlement.ts",
    line: "return Math.min(MAX_GRACE_MS, Math.floor(bookingTtlSeconds * 300));",
    from: "Math.floor",
    to: "Math.ceil",
    why: "The countdown is in whole seconds: 300 ms of each are whole too.",
  },
  {
    file: best,
    line: "const KEPT = 256;",
    from: "256",
    to: "(256 + 1)",
    why: "How many ideas are kept is a size, no rule.",
  },
  {
    file: best,
    line: "if (ideas.length > KEPT) ideas.pop();",
    from: ">",
    to: ">=",
    why: "One idea fewer is kept: a size, no rule.",
  },
  ...["else if (run.length > 0) {", "if (run.length > 0) runs.push(run);"].map((line) => ({
    file: best,
    line,
    from: ">",
    to: ">=",
    why: "A run without seats offers nothing.",
  })),
  {
    file: best,
    line: "const sum = seats.reduce((total, seat) => ({ x: total.x + seat.x, y: total.y + seat.y }), { x: 0, y: 0 });",
    from: "0",
    to: "(0 + 1)",
    why: "Every middle of as many seats moves by the same hair, far less than a seat.",
  },
  ...[
    ["1e6", "(1e6 + 1)"],
    ["0", "(0 + 1)"],
  ].map(([from = "", to = ""]) => ({
    file: best,
    line: "const blind = seats.some((seat) => seat.flags & seatFlags.restrictedView) ? 1e6 : 0;",
    from,
    to,
    why: "Still further away than anything that is seen, by as good as the same.",
  })),
  ...[
    [">=", ">"],
    ["1", "(1 + 1)"],
  ].map(([from = "", to = ""]) => ({
    file: best,
    line: "if (ideas.length === KEPT && score >= ideas[KEPT - 1]!.score) return;",
    from,
    to,
    why: "Saves work; only the last of the kept ideas may be another.",
  })),
  {
    file: orphans,
    line: "if (stranded.length === 0 || first === undefined) return [];",
    from: "||",
    to: "&&",
    why: "Without a stranded seat the answer is empty either way, and without a choice nothing is stranded.",
  },
  {
    file: orphans,
    line: "return false;",
    from: "false",
    to: "undefined as never",
    why: "Read as a condition alone.",
  },
];
