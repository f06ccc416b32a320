import fc from "fast-check";
import { expect, it } from "vitest";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { testDb } from "~/test/harness/database";
import { SaleModel, type Op } from "./sale-model";
import { SaleProduct } from "./sale-product";

const db = testDb();
const SEATS = 9;
const BUYERS = 2;

const buyer = fc.nat(BUYERS - 1);
const seats = fc.uniqueArray(fc.nat(SEATS - 1), { minLength: 1, maxLength: 4 });
const booking = fc.nat(2);
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("hold" as const), buyer, seats }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("book" as const), buyer, seats }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release" as const), buyer, seats: fc.option(seats) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("extend" as const), buyer }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("confirm" as const, "cancel" as const), buyer, booking }) },
  // Sums of these are ten minutes or differ from it by far more than a run takes.
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: fc.constantFrom(200, 250, 350) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("jobs" as const) }) },
);
/** Buyers who go on with what they began, which chance alone would seldom make them do. */
const purchase = fc.tuple(buyer, seats, fc.constantFrom(0, 350), fc.constantFrom("confirm" as const, "cancel" as const)).map(
  ([who, which, seconds, end]): Op[] => [
    { do: "hold", buyer: who, seats: which },
    { do: "book", buyer: who, seats: which },
    { do: "wait", seconds },
    { do: end, buyer: who, booking: 0 },
  ],
);
const impatience = fc.tuple(buyer, seats).map(([who, which]): Op[] => [
  { do: "hold", buyer: who, seats: which },
  ...[1, 2, 3].map((): Op => ({ do: "extend", buyer: who })),
]);
const change = fc.tuple(buyer, seats, fc.nat(SEATS - 1)).map(([who, which, more]): Op[] => [
  { do: "hold", buyer: who, seats: which },
  { do: "book", buyer: who, seats: which },
  { do: "wait", seconds: 350 },
  { do: "hold", buyer: who, seats: [more] },
  { do: "book", buyer: who, seats: [...new Set([...which, more])] },
  { do: "wait", seconds: 250 },
]);
const parting = fc.tuple(buyer, seats, fc.nat(SEATS - 1)).map(([who, which, other]): Op[] => [
  { do: "hold", buyer: who, seats: [...new Set([...which, other])] },
  { do: "book", buyer: who, seats: [...new Set([...which, other])] },
  { do: "wait", seconds: 350 },
  { do: "release", buyer: who, seats: [other] },
  { do: "book", buyer: who, seats: which.filter((seat) => seat !== other) },
  { do: "wait", seconds: 350 },
]);
const story = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: op.map((one) => [one]) },
    { weight: 2, arbitrary: purchase },
    { weight: 1, arbitrary: impatience },
    { weight: 1, arbitrary: change },
    { weight: 1, arbitrary: parting.filter((ops) => ops.every((step) => !("seats" in step) || step.seats?.length !== 0)) },
  ),
  { minLength: 4, maxLength: 16 },
);
/** The same stories in every run of the tests; others by the environment. */
const seed = Number(process.env.AISLE_MODEL_SEED ?? 1);
const numRuns = Number(process.env.AISLE_MODEL_RUNS ?? 40);

it("holds and bookings do what the rules say, whatever comes after what", async () => {
  const said = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(story, async (parts) => {
      const model = new SaleModel(SEATS, BUYERS);
      const product = await SaleProduct.open(db, SEATS, BUYERS);
      for (const step of parts.flat()) {
        const expected = model.apply(step);
        expect({ step, answer: await product.apply(step) }).toEqual({ step, answer: expected });
        expect({ step, ...(await product.view()) }).toEqual({ step, ...model.view() });
        said.set(`${step.do} ${expected}`, (said.get(`${step.do} ${expected}`) ?? 0) + 1);
      }
    }),
    { numRuns, seed },
  );
  const audit = await auditBooks({ db });
  expect(audit.rules.filter((rule) => rule.broken > 0)).toEqual([]);
  // Stories in which nothing is refused tell nothing.
  const met = ["hold SEAT_TAKEN", "hold SEAT_LIMIT", "extend HOLD_EXPIRED", "extend INVALID_TRANSITION", "book HOLD_EXPIRED"];
  met.push("confirm ok", "confirm BOOKING_EXPIRED", "confirm INVALID_TRANSITION", "cancel ok", "cancel INVALID_TRANSITION");
  expect(met.filter((answer) => !said.has(answer))).toEqual([]);
});
