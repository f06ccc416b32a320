import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "~/domain/errors";
import { toPretixPlan } from "./pretix-export";
import type { PlanChoices } from "./plan-file";
import { readPlan } from "./read-plan";
import { seatFlags } from "../flags";
import { planSeatCount } from "./seating-plan";
import { generatePlan } from "./seating-plan-generate";

const parsePretixPlan = (plan: unknown, choices?: PlanChoices) => readPlan(plan, choices).content;
const seat = (row: string, n: number, more: object = {}) => ({
  seat_guid: `${row}-${n}`,
  seat_number: String(n),
  position: { x: n * 25, y: 0 },
  category: "Stalls",
  ...more,
});
const row = (label: string, y: number, seats: object[]) => ({
  row_number: label,
  position: { x: 0, y },
  seats,
});
const hall = (more: object = {}, zone: object = {}) => ({
  name: "Hall",
  size: { width: 800, height: 600 },
  categories: [{ name: "Stalls", color: "#abc" }, { name: "Premium" }],
  zones: [
    {
      name: "Ground",
      position: { x: 100, y: 50 },
      rows: [
        row("A", 0, [seat("A", 1), seat("A", 2), seat("A", 3)]),
        row("B", 50, [seat("B", 1), seat("B", 2)]),
      ],
      areas: [],
      ...zone,
    },
  ],
  ...more,
});

describe("a plan in pretix's JSON", () => {
  it("adds up nested positions and makes neighbours one seat's width apart", () => {
    const { sections, size } = parsePretixPlan(hall());
    expect(sections.map(({ name, rows }) => [name, rows.map((r) => [r.label, r.seats.length])])).toEqual([
      [
        "Ground",
        [
          ["A", 3],
          ["B", 2],
        ],
      ],
    ]);
    const [a, b] = sections[0]!.rows;
    expect(a!.seats[1]!.x - a!.seats[0]!.x).toBe(10);
    expect(b!.seats[0]!.y - a!.seats[0]!.y).toBe(20);
    expect(size).toEqual({ width: 80, height: 80 });
  });

  it("makes a section of each category of a zone, and areas decoration", () => {
    const seats = [seat("A", 1), seat("A", 2, { category: "Premium" })];
    const areas = [
      {
        shape: "rectangle",
        position: { x: 0, y: -80 },
        rectangle: { width: 200, height: 50 },
        text: { text: "Main stage" },
      },
      { shape: "text", position: { x: 10, y: 200 }, text: { text: "Bar" } },
      { shape: "ellipse", position: { x: 50, y: 300 }, ellipse: { radius: { x: 20, y: 10 } } },
    ];
    const plan = parsePretixPlan(hall({}, { rows: [row("A", 0, seats)], areas }));
    expect(plan.sections.map((section) => section.name)).toEqual(["Ground · Stalls", "Ground · Premium"]);
    expect(plan.decorations).toMatchObject([
      { kind: "stage", width: 80, label: "Main stage" },
      { kind: "text", text: "Bar" },
      { kind: "area", round: true, width: 16, height: 8 },
    ]);
  });

  it("passes over keys it does not know, and reads what is said of wheelchairs", () => {
    const plan = hall(
      { version: 3 },
      {
        rows: [row("A", 0, [seat("A", 1, { wheelchair: true, radius: 10, start_angle: 4 })])],
        align: "left",
      },
    );
    expect(parsePretixPlan(plan).sections[0]!.rows[0]!.seats[0]!.flags).toBe(seatFlags.accessible);
  });

  const wrong: [string, object, string][] = [
    [
      "a seat without a place",
      hall({}, { rows: [row("A", 0, [seat("A", 1, { position: undefined })])] }),
      `seat "1", position: an object is expected here.`,
    ],
    [
      "a place that is no number",
      hall({}, { rows: [row("A", 0, [seat("A", 1, { position: { x: "3", y: 1 } })])] }),
      `"position.x" must be a number.`,
    ],
    ["no seat at all", hall({ zones: [] }), "There is no seat in this plan."],
    ["zones that are no list", hall({ zones: {} }), `The plan: "zones" must be a list.`],
  ];
  it.each(wrong)("refuses %s, and names the place", (_, plan, sentence) => {
    expect(() => parsePretixPlan(plan)).toThrow(sentence);
  });

  it("answers whatever it is given with a plan or a sentence, never with anything else", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ name: fc.string(), zones: fc.jsonValue(), categories: fc.jsonValue() }),
        ),
        (value) => {
          try {
            expect(planSeatCount(parsePretixPlan(value))).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
    );
  });
});

describe("toPretixPlan", () => {
  it("writes what comes back as the very same plan, prices, flags and standing places with it", () => {
    const plan = generatePlan({
      name: "Hall",
      sections: [
        { id: "Stalls", name: "Stalls", rowCount: 4, seatsPerRow: 9, priceMultiplierBps: 12_500, layout: { shape: "curved", radius: 100, accessible: ["A1"], restrictedView: ["C9"] } },
        { id: "Floor", name: "Floor", rowCount: 3, seatsPerRow: 12, priceMultiplierBps: 8_000, layout: { standing: true } },
      ],
      decorations: [
        { kind: "stage", x: 0, y: -90, width: 120, height: 40, label: "Main" },
        { kind: "area", x: 20, y: 200, width: 40, height: 40, round: true, label: "Bar" },
        { kind: "area", x: 90, y: 200, width: 30, height: 30, outline: [{ x: 0, y: 0 }, { x: 30, y: 10 }, { x: 5, y: 30 }], colour: "#c2410c" },
        { kind: "text", x: 0, y: 300, size: 12, text: "Exit" },
      ],
    });
    const back = parsePretixPlan(JSON.parse(JSON.stringify(toPretixPlan(plan))));
    const again = generatePlan({
      name: back.name,
      sections: back.sections.map(({ id, name, rows, priceMultiplierBps }) => ({
        id, name, priceMultiplierBps, rowCount: rows.length, seatsPerRow: 1, layout: { rows },
      })),
      decorations: back.decorations,
    });
    expect(again).toEqual(plan);
  });
});
