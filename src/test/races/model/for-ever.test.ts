import fc from "fast-check";
import { expect, it } from "vitest";
import { testDb } from "~/test/harness/database";
import { LONGEST, type Op } from "./sale-model";
import { SaleProduct } from "./sale-product";

const db = testDb();
const SEATS = 4;
const WANTED = 0;
const buyer = 0;

const others = fc.subarray([1, 2, 3], { minLength: 1, maxLength: 2 });
/** Booked with others, the others let go, booked again: each time around the seat had the time of a new booking. */
const circle = (seats: number[]): Op[] => [
  { do: "hold", buyer, seats: [WANTED, ...seats] },
  { do: "book", buyer, seats: [WANTED, ...seats] },
  { do: "release", buyer, seats },
  { do: "book", buyer, seats: [WANTED] },
];
/** What a buyer may click who does not want to let seat 0 go, and does not want to pay either. */
const click: fc.Arbitrary<Op[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Op[]>([{ do: "extend", buyer }]) },
  { weight: 2, arbitrary: others.map((seats): Op[] => [{ do: "hold", buyer, seats: [WANTED, ...seats] }]) },
  { weight: 2, arbitrary: fc.constantFrom<number[][]>([WANTED], [WANTED, 1], [WANTED, 2]).map((seats): Op[] => [{ do: "book", buyer, seats }]) },
  { weight: 1, arbitrary: others.map((seats): Op[] => [{ do: "release", buyer, seats }]) },
  { weight: 8, arbitrary: others.map(circle) },
);
// Sums of these are ten minutes or differ from it by far more than a run takes.
const story = fc.array(fc.tuple(click, fc.constantFrom(200, 350)), { minLength: 10, maxLength: 14 });

/** The shortest way there is. */
const around = Array.from({ length: 9 }, (): [Op[], number] => [circle([1]), 350]);

it("a seat is nobody's for longer than the rule has it: hold, two extensions, one booking", async () => {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const product = await SaleProduct.open(db, SEATS, 1);
      await product.apply({ do: "hold", buyer, seats: [WANTED] });
      let heldFor = 0;
      for (const [ops, seconds] of steps) {
        for (const op of ops) {
          await product.apply(op);
          // Let go, even for an instant: somebody else could have had it, and a new hold is a new one.
          if ((await product.view()).seats[WANTED] === "FREE") heldFor = 0;
        }
        await product.apply({ do: "wait", seconds });
        heldFor = (await product.view()).seats[WANTED] === "FREE" ? 0 : heldFor + seconds;
        longest = Math.max(longest, heldFor);
        expect(heldFor).toBeLessThanOrEqual(LONGEST);
      }
    }),
    { numRuns: Number(process.env.AISLE_MODEL_RUNS ?? 12), seed: Number(process.env.AISLE_MODEL_SEED ?? 1), examples: [[around]] },
  );
  // Who never gets beyond one hold has not tried.
  expect(longest).toBeGreaterThan(600);
}, 300_000);
