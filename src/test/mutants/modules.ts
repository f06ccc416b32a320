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
  domain("cancellation", "cancellation", "money-rules"),
  domain("settlement", "settlement", "settlement"),
  domain("booking-state", "booking-state", "states"),
  domain("payment-state", "payment-state", "states"),
  domain("event-state", "event-state", "states"),
  domain("best-available", "seating/best-available", "seating/best-available"),
  domain("orphan-rule", "seating/orphan-rule", "seating/best-available"),
];

/** A mutant that survives because nothing can tell it from the source, or because nothing should. */
export type Explained = { file: string; line: string; from: string; to: string; why: string };

export const explained: Explained[] = [];
