import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSeats } from "~/domain/seating/seat-packing";
import { seatStatuses } from "~/domain/seating/seat-state";
import { testLayout } from "../test-layouts";
import { buildSeatModel } from "./seat-model";
import { code, occupancy, readStatuses } from "./seat-statuses";
import { freePlace, placesIn } from "./standing";

describe("readStatuses", () => {
  it("reads what the server packed", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...seatStatuses), { maxLength: 70 }), (all) => {
        const packed = packSeats(
          all.length,
          all.map((status, ordinal) => ({ ordinal, status })),
        );
        expect([...readStatuses(all.length, packed)]).toEqual(
          all.map((status) => seatStatuses.indexOf(status)),
        );
      }),
    );
  });

  it("takes everything for free until something is known, and what was just let go", () => {
    expect([...readStatuses(3, null)]).toEqual([0, 0, 0]);
    const packed = packSeats(3, [
      { ordinal: 0, status: "HELD" },
      { ordinal: 1, status: "BOOKED" },
    ]);
    expect([...readStatuses(3, packed, [0, 1])]).toEqual([code.available, code.booked, code.available]);
  });
});

describe("occupancy and standing places", () => {
  const model = buildSeatModel(
    testLayout([
      { rowCount: 1, seatsPerRow: 4 },
      { rowCount: 1, seatsPerRow: 5, layout: { standing: true } },
    ]),
  );
  const statuses = Uint8Array.of(code.available, code.blocked, code.held, code.booked, 2, 0, 2, 0, 2);

  it("counts what is free and what can be sold, section by section", () => {
    const { free, sellable } = occupancy(model, statuses);
    expect([...free]).toEqual([1, 2]);
    expect([...sellable]).toEqual([3, 5]);
  });

  it("gives any free place of a standing area that is not the buyer's yet", () => {
    const area = model.sections[1]!;
    for (const random of [0, 0.3, 0.99])
      expect([5, 7]).toContain(freePlace(area, statuses, new Set(), random));
    expect(freePlace(area, statuses, new Set([5]), 0)).toBe(7);
    expect(freePlace(area, statuses, new Set([5, 7]), 0.5)).toBe(-1);
    expect(placesIn(area, new Set([0, 5, 8]))).toEqual([5, 8]);
  });
});
