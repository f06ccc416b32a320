import { describe, expect, it } from "vitest";
import { planDifference } from "./plan-difference";
import type { SeatingPlanContent } from "./seating-plan";

const plan = (rows: Record<string, [label: string, x: number][]>, y = 0): SeatingPlanContent => ({
  name: "Hall",
  size: { width: 100, height: 100 },
  decorations: [],
  sections: [
    {
      id: "s", name: "Stalls", priceMultiplierBps: 10_000,
      rows: Object.entries(rows).map(([label, seats], at) => ({ label, seats: seats.map(([seat, x]) => ({ label: seat, x, y: y + at * 10, flags: 0 })) })),
    },
  ],
});

const words = (before: SeatingPlanContent, after: SeatingPlanContent) => {
  const { same, added, gone, moved, renamed } = planDifference(before, after);
  const name = ({ row, seat }: { row: string; seat: string }) => row + seat;
  return {
    same: same.map(name), added: added.map(name), gone: gone.map(name), moved: moved.map(({ to }) => name(to)),
    renamed: renamed.map(({ from, to }) => `${name(from)} ${name(to)}`),
  };
};

const before = plan({ A: [["1", 0], ["2", 10], ["3", 20]], B: [["1", 0], ["2", 10]] });

describe("planDifference", () => {
  it("tells added, moved, renamed and gone apart", () => {
    const after = plan({ A: [["1", 0], ["2", 14], ["4", 20]], B: [["1", 0], ["9", 50]] });
    expect(words(before, after)).toEqual({ same: ["A1", "B1"], added: ["B9"], gone: ["B2"], moved: ["A2"], renamed: ["A3 A4"] });
  });
  it("calls nobody moved where the whole plan was shifted", () => {
    const after = plan({ A: [["1", 0], ["2", 10], ["3", 20]], B: [["1", 0], ["2", 15]] }, 70);
    expect(words(before, after)).toMatchObject({ same: ["A1", "A2", "A3", "B1"], moved: ["B2"], renamed: [] });
  });
  it("takes each place once", () => {
    const after = plan({ C: [["1", 0], ["2", 1]] });
    expect(words(before, after)).toMatchObject({ renamed: ["A1 C1"], added: ["C2"], gone: ["A2", "A3", "B1", "B2"] });
  });
});
