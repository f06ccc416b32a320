import fc from "fast-check";
import { expect, it } from "vitest";
import { LONGEST, SaleModel, type Op } from "./sale-model";

const SEATS = 4;
const buyer = 0;
const seats = fc.subarray([0, 1, 2, 3], { minLength: 1 });

/** What somebody may do who wants seats kept and does not mean to pay: anything, in any order, at any moment. */
const click: fc.Arbitrary<Op> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("hold" as const), buyer: fc.constant(buyer), seats }) },
  { weight: 3, arbitrary: fc.constant<Op>({ do: "extend", buyer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("book" as const), buyer: fc.constant(buyer), seats }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("release" as const), buyer: fc.constant(buyer), seats: fc.option(seats) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), buyer: fc.constant(buyer), booking: fc.nat(3) }) },
);
const story = fc.array(fc.tuple(fc.array(click, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 700 })), { minLength: 20, maxLength: 40 });

it("no account keeps a seat for longer than half an hour without paying, whatever it does", () => {
  let longest = 0;
  fc.assert(
    fc.property(story, (steps) => {
      const sale = new SaleModel(SEATS, 1);
      const keptFor = Array.from({ length: SEATS }, () => 0);
      for (const [ops, seconds] of steps) {
        for (const op of ops) sale.apply(op);
        // Let go and taken again without a moment between is kept: nobody else could have had it.
        const before = sale.view().seats;
        sale.apply({ do: "wait", seconds });
        const after = sale.view().seats;
        for (let i = 0; i < SEATS; i++) {
          if (before[i] === "FREE" || after[i] === "FREE") keptFor[i] = 0;
          else keptFor[i]! += seconds;
          longest = Math.max(longest, keptFor[i]!);
        }
        expect(Math.max(...keptFor)).toBeLessThanOrEqual(LONGEST);
      }
    }),
    { numRuns: 10_000, seed: Number(process.env.AISLE_MODEL_SEED ?? 1) },
  );
  // Who never gets beyond one hold has not tried.
  expect(longest).toBeGreaterThan(1_200);
});

it("each run that was not paid makes the next pause longer, and a purchase ends the count", () => {
  const sale = new SaleModel(SEATS, 1);
  const hold = () => sale.apply({ do: "hold", buyer, seats: [0] });
  const waits = [99, 599, 1_799, 7_199, 28_799, 28_799];
  for (const pause of waits) {
    expect(hold()).toBe("ok");
    for (let i = 0; i < 2; i++) {
      sale.apply({ do: "wait", seconds: 599 });
      expect(sale.apply({ do: "extend", buyer })).toBe("ok");
    }
    sale.apply({ do: "wait", seconds: 102 + pause });
    expect(hold()).toBe("RATE_LIMITED");
    sale.apply({ do: "wait", seconds: 1 });
  }
  expect(hold()).toBe("ok");
  sale.apply({ do: "book", buyer, seats: [0] });
  expect(sale.apply({ do: "confirm", buyer, booking: 0 })).toBe("ok");
  expect(sale.apply({ do: "hold", buyer, seats: [1] })).toBe("ok");
});

it("the honest are not touched: one who comes back at once, one who compares, one who lets time run out", () => {
  for (const away of [1, 60, 601, 650, 750]) {
    const sale = new SaleModel(SEATS, 1);
    expect(sale.apply({ do: "hold", buyer, seats: [0, 1] })).toBe("ok");
    sale.apply({ do: "wait", seconds: away });
    if (away < 600) sale.apply({ do: "release", buyer, seats: null });
    expect(sale.apply({ do: "hold", buyer, seats: [1, 2] })).toBe("ok");
    // Ten minutes again, as for everybody.
    sale.apply({ do: "wait", seconds: 540 });
    expect(sale.apply({ do: "book", buyer, seats: [1, 2] })).toBe("ok");
  }
});
