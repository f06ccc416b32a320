import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "~/domain/errors";
import { seatFlags } from "../flags";
import { planSeatCount, SEAT_PITCH, type SectionLayout, type SectionSpec } from "./seating-plan";
import { generatePlan } from "./seating-plan-generate";
import { sectionSeatCount } from "./seating-plan-labels";

const layouts: fc.Arbitrary<SectionLayout> = fc.record(
  {
    shape: fc.constantFrom("straight" as const, "curved" as const),
    rotation: fc.integer({ min: -180, max: 180 }),
    radius: fc.integer({ min: 0, max: 800 }),
    rowLabels: fc.constantFrom("A" as const, "1" as const),
    firstRow: fc.integer({ min: 1, max: 60 }),
    seatOrder: fc.constantFrom("left-to-right" as const, "right-to-left" as const),
    aisles: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
    growth: fc.double({ min: -2, max: 2, noNaN: true }),
    rowSpacing: fc.integer({ min: 10, max: 30 }),
    missing: fc.array(fc.constantFrom("A1", "B2", "C3", "1-1", "2-2"), { maxLength: 3 }),
    standing: fc.boolean(),
  },
  { requiredKeys: [] },
);

const specs: fc.Arbitrary<SectionSpec[]> = fc
  .array(
    fc.record({
      rowCount: fc.integer({ min: 1, max: 12 }),
      seatsPerRow: fc.integer({ min: 1, max: 30 }),
      priceMultiplierBps: fc.integer({ min: 1, max: 50_000 }),
      layout: layouts,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((spec, index) => ({ id: `s${index}`, name: `Section ${index}`, ...spec })));

const section = (layout: SectionLayout, more: Partial<SectionSpec> = {}): SectionSpec => ({
  id: "s",
  name: "Stalls",
  rowCount: 3,
  seatsPerRow: 4,
  priceMultiplierBps: 10_000,
  layout,
  ...more,
});
const rowsOf = (spec: SectionSpec) => generatePlan({ name: "Hall", sections: [spec] }).sections[0]!.rows;

describe("generatePlan", () => {
  it("puts every seat once, apart from all others, named once in its row, within the size", () => {
    fc.assert(
      fc.property(specs, (sections) => {
        const plan = generatePlan({ name: "Hall", sections });
        expect(planSeatCount(plan)).toBe(sections.reduce((total, spec) => total + sectionSeatCount(spec), 0));
        const seats: { x: number; y: number }[] = [];
        for (const made of plan.sections) {
          const names = made.rows.flatMap((row) => row.seats.map((seat) => `${row.label}/${seat.label}`));
          expect(new Set(names).size).toBe(names.length);
          seats.push(...made.rows.flatMap((row) => row.seats));
        }
        for (const [index, a] of seats.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x).toBeLessThanOrEqual(plan.size.width);
          expect(a.y).toBeGreaterThanOrEqual(0);
          expect(a.y).toBeLessThanOrEqual(plan.size.height);
          const near = seats
            .slice(index + 1)
            .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < SEAT_PITCH * 0.5);
          expect(near).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("makes the same plan from the same source", () => {
    fc.assert(
      fc.property(specs, (sections) => {
        const [one, two] = [
          generatePlan({ name: "Hall", sections }),
          generatePlan({ name: "Hall", sections }),
        ];
        expect(JSON.stringify(one)).toBe(JSON.stringify(two));
      }),
      { numRuns: 20 },
    );
  });

  it("leaves a seat's width for an aisle and keeps the numbers", () => {
    const [front] = rowsOf(section({ aisles: [2] }));
    expect(front!.seats.map((seat) => seat.label)).toEqual(["1", "2", "3", "4"]);
    expect(front!.seats.map((seat) => seat.x - front!.seats[0]!.x)).toEqual([0, 10, 30, 40]);
  });

  it("numbers from the right where it is told to", () => {
    const [front] = rowsOf(section({ seatOrder: "right-to-left" }));
    expect(front!.seats[0]!.x).toBeGreaterThan(front!.seats[3]!.x);
  });

  it("labels rows by letter or number, from any first row", () => {
    expect(rowsOf(section({ firstRow: 26 })).map((row) => row.label)).toEqual(["Z", "AA", "AB"]);
    expect(rowsOf(section({ rowLabels: "1", firstRow: 5 })).map((row) => row.label)).toEqual(["5", "6", "7"]);
  });

  it("leaves out missing seats, grows rows, and flags seats by name", () => {
    const [a, b] = rowsOf(
      section({ missing: ["A2"], growth: 2, accessible: ["A1", "B6"], companion: ["A1"] }),
    );
    expect(a!.seats.map((seat) => seat.label)).toEqual(["1", "3", "4"]);
    expect(b!.seats).toHaveLength(6);
    expect(a!.seats[0]!.flags).toBe(seatFlags.accessible | seatFlags.companion);
    expect(b!.seats[5]!.flags).toBe(seatFlags.accessible);
  });

  it("sets rows further apart, and grows a row now and then", () => {
    const rows = rowsOf(section({ rowSpacing: 24, growth: 0.4 }));
    expect(rows.map((row) => row.seats[0]!.y - rows[0]!.seats[0]!.y)).toEqual([0, 24, 48]);
    expect(rows.map((row) => row.seats.length)).toEqual([4, 4, 5]);
  });

  it("makes a standing area of one row of places", () => {
    const rows = rowsOf(section({ standing: true }));
    expect(rows.map((row) => [row.label, row.seats.length])).toEqual([["GA", 12]]);
    expect(rows[0]!.seats.every((seat) => seat.flags === seatFlags.standing)).toBe(true);
  });

  it("bends the ends of curved rows towards the stage", () => {
    const [front] = rowsOf(section({ shape: "curved", radius: 60 }, { seatsPerRow: 9 }));
    expect(front!.seats[0]!.y).toBeLessThan(front!.seats[4]!.y);
    expect(front!.seats[0]!.y).toBeCloseTo(front!.seats[8]!.y, 5);
  });

  it("turns a section clockwise round the middle of its front row", () => {
    const plan = generatePlan({
      name: "Hall",
      sections: [section({ x: 0, y: 0, rotation: 90 }, { rowCount: 2, seatsPerRow: 2 })],
      decorations: [{ kind: "text", x: 0, y: 0, size: 10, text: "middle" }],
    });
    const middle = plan.decorations[0]!;
    const [front, back] = plan.sections[0]!.rows;
    expect(front!.seats.map((seat) => [seat.x - middle.x, seat.y - middle.y])).toEqual([
      [0, -5],
      [0, 5],
    ]);
    expect(back!.seats[0]!.x - middle.x).toBe(-10);
  });

  it("draws a stage in front where nothing is drawn", () => {
    const plan = generatePlan({ name: "Hall", sections: [section({})] });
    const [stage] = plan.decorations;
    expect(stage).toMatchObject({ kind: "stage", label: "Stage" });
    expect(stage!.y).toBeLessThan(plan.sections[0]!.rows[0]!.seats[0]!.y);
  });

  it("refuses sections on top of one another, and says which", () => {
    const sections = [section({ x: 0, y: 0 }), section({ x: 2, y: 1 }, { id: "t", name: "Balcony" })];
    expect(() => generatePlan({ name: "Hall", sections })).toThrow(AppError);
    expect(() => generatePlan({ name: "Hall", sections })).toThrow(/Balcony lies on top of Stalls/);
  });

  it("lays out 50,000 seats", () => {
    const plan = generatePlan({
      name: "Ground",
      sections: [section({ shape: "curved" }, { rowCount: 100, seatsPerRow: 500 })],
    });
    expect(planSeatCount(plan)).toBe(50_000);
  });
});
