import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "~/domain/errors";
import type { PlanChoices } from "./plan-file";
import { readPlan } from "./read-plan";
import { seatFlags } from "../flags";
import { planSeatCount, SEAT_PITCH, type SeatingPlanContent } from "./seating-plan";
import { coveredPairs } from "./seating-plan-overlap";

type Seat = Record<string, unknown>;
let guid = 0;
const seat = (number: unknown, x: number, more: Seat = {}): Seat => ({ seat_guid: `g${guid++}`, seat_number: number, position: { x, y: 0 }, category: "Standard", ...more });
const row = (label: unknown, y: number, seats: Seat[], more: Seat = {}) => ({ row_number: label, position: { x: 0, y }, seats, ...more });
const line = (count: number, from = 0, pitch = 25) => Array.from({ length: count }, (_, i) => seat(String(i + 1), from + i * pitch));
const zone = (name: unknown, rows: object[], more: object = {}) => ({ name, position: { x: 0, y: 0 }, rows, areas: [], ...more });
const file = (zones: object[], more: object = {}) => ({ name: "Hall", size: null, categories: [{ name: "Standard" }], zones, ...more });

const seatsOf = (content: SeatingPlanContent) => content.sections.flatMap((section) => section.rows.flatMap((row) => row.seats));
const names = (content: SeatingPlanContent) => content.sections.flatMap(({ name, rows }) => rows.flatMap((row) => row.seats.map((one) => `${name}|${row.label}|${one.label}`)));
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("what real files leave out", () => {
  it("numbers rows and seats that have no name, and says so", () => {
    const { content, warnings } = readPlan(file([zone("Chapel", [row("", 0, [seat("", 0), seat(null, 25)]), row(undefined, 25, [seat("7", 0)]), row("2", 50, line(1))])]));
    expect(names(content)).toEqual(["Chapel|1|1", "Chapel|1|2", "Chapel|3|7", "Chapel|2|1"]);
    expect(warnings.map(({ kind, count }) => [kind, count])).toEqual([["UNNAMED_ROWS", 2], ["UNNUMBERED_SEATS", 2]]);
  });

  it("reads null as left out, and names of any length", () => {
    const long = "Ehrenloge der Freunde und Förderer des Hauses, Aufgang Nord, gegenüber der Garderobe, linke Seite, hinter der zweiten Säule rechts";
    const { content, warnings } = readPlan(
      file([{ ...zone(long, [{ row_number: "Sponsorentisch 1", position: null, seats: [seat("Rollstuhl-001", 0, { category: null })] }]), position: null, rotation: null, areas: null }], { name: "", categories: [] }),
    );
    expect(content.name).toBe("Plan");
    expect(content.sections[0]!.name).toHaveLength(120);
    expect(content.sections[0]!.rows[0]).toMatchObject({ label: "Sponsorentisch 1", seats: [{ label: "Rollstuhl-001" }] });
    expect(warnings.map(({ kind }) => kind)).toEqual(["SHORTENED"]);
  });

  it("puts number and label together", () => {
    const { content } = readPlan(file([zone("Gala", [row("4", 0, [seat("1", 0, { seat_label: "Stuhl %s" })], { row_label: "Tisch %s" })])]));
    expect(names(content)).toEqual(["Gala|Tisch 4|Stuhl 1"]);
  });

  it("takes categories that are not listed, with a warning, and none at all without", () => {
    const odd = readPlan(file([zone("G", [row("A", 0, [seat("1", 0, { category: "VIP" }), seat("2", 25)])])]));
    expect(odd.content.sections.map((section) => section.name)).toEqual(["G · VIP", "G · Standard"]);
    expect(odd.warnings[0]).toMatchObject({ kind: "UNKNOWN_CATEGORY", sentence: expect.stringContaining('"VIP"') });
    const none = readPlan(file([zone("G", [row("A", 0, [seat("1", 0, { category: "" })])])], { categories: [] }));
    expect([none.content.sections[0]!.name, none.warnings]).toEqual(["G", []]);
  });

  it("draws every area: circles, polygons, sixty of them", () => {
    const areas = [
      { shape: "circle", position: { x: 50, y: 200 }, circle: { radius: 25 }, text: { text: "FOH" }, color: "#fca5a5" },
      { shape: "polygon", position: { x: 0, y: 300 }, polygon: { points: [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 25, y: 50 }] }, text: { text: "Bar" } },
      ...Array.from({ length: 58 }, (_, i) => ({ shape: "rectangle", position: { x: i * 30, y: 400 }, rectangle: { width: 20, height: 20 } })),
    ];
    const { content } = readPlan(file([zone("G", [row("A", 0, line(4))], { areas })]));
    expect(content.decorations).toHaveLength(60);
    expect(content.decorations[0]).toMatchObject({ kind: "area", round: true, label: "FOH", width: 20, height: 20, colour: "#fca5a5" });
    expect(content.decorations[1]).toMatchObject({ kind: "area", outline: [{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 10, y: 20 }] });
  });
});

describe("seats that a ticket could not tell apart", () => {
  const halves = () => file([zone("Ground", [row("A", 0, line(8)), row("A", 0, line(8, 300))])]);

  it("joins halves of one row whose numbers go on", () => {
    const right = line(4, 300).map((one, i) => ({ ...one, seat_number: String(i + 5) }));
    const { content } = readPlan(file([zone("Ground", [row("A", 0, line(4)), row("A", 0, right)])]));
    expect(content.sections[0]!.rows.map((one) => [one.label, one.seats.length])).toEqual([["A", 8]]);
  });

  it("names every place and what would mend it", () => {
    const error = refusal(() => readPlan(halves()));
    expect(error.code).toBe("PLAN_CONFLICT");
    expect(error.userMessage).toContain('Zone "Ground", row "A", seat "1"');
    expect(error.facts).toMatchObject({ count: 8, remedies: ["rename", "drop"] });
    expect((error.facts!.conflicts as { places: string[] }[]).map(({ places }) => places[1])).toEqual(
      Array.from({ length: 8 }, (_, i) => `Zone "Ground", row "A", seat "${i + 1}"`),
    );
  });

  it("gives them another name, or leaves them out, as is chosen", () => {
    const other = readPlan(halves(), { sameName: "rename" });
    expect(other.content.sections[0]!.rows.map((one) => one.label)).toEqual(["A", "A (2)"]);
    expect(other.warnings).toMatchObject([{ kind: "RENAMED", count: 8 }]);
    const fewer = readPlan(halves(), { sameName: "drop" });
    expect(planSeatCount(fewer.content)).toBe(8);
    expect(fewer.warnings).toMatchObject([{ kind: "DROPPED", count: 8 }]);
  });

  it("gives two of one number in one row a letter only where no row of that name helps", () => {
    const { content } = readPlan(file([zone("G", [row("A", 0, [seat("1", 0), seat("1", 25)])])]), { sameName: "rename" });
    expect(new Set(names(content)).size).toBe(2);
  });

  it("asks of a guid what it asks of a name", () => {
    const twice = file([zone("G", [row("A", 0, [seat("1", 0, { seat_guid: "x" }), seat("2", 25, { seat_guid: "x" })])])]);
    expect(refusal(() => readPlan(twice))).toMatchObject({ code: "PLAN_CONFLICT", userMessage: expect.stringContaining('seat_guid "x"') });
    expect(planSeatCount(readPlan(twice, { sameName: "rename" }).content)).toBe(2);
  });

  it("tells zones of one name apart by their seats where it can", () => {
    const ok = readPlan(file([zone("Box", [row("1", 0, line(2))]), zone("Box", [row("2", 50, line(2))])]));
    expect(ok.content.sections.map((section) => [section.name, section.rows.length])).toEqual([["Box", 2]]);
    const not = () => readPlan(file([zone("Box", [row("1", 0, line(2))]), zone("Box", [row("1", 50, line(2))])]));
    expect(refusal(not).code).toBe("PLAN_CONFLICT");
  });
});

describe("places that are odd", () => {
  it("does not take boxes set wide apart for a measure of the stalls beside them", () => {
    const stalls = Array.from({ length: 6 }, (_, r) => row(String(r + 1), 300 + r * 25, line(20)));
    const boxes = Array.from({ length: 20 }, (_, b) => row(`L${b}`, 0, [seat("1", b * 120), seat("2", b * 120 + 60), seat("3", b * 120 + 120)].map((one) => ({ ...one, position: { x: (one.position as { x: number }).x, y: b * 3 } }))));
    const { content, warnings } = readPlan(file([zone("Parkett", stalls), zone("Logen", boxes, { position: { x: 0, y: -400 } })]));
    const [front] = content.sections[0]!.rows;
    expect(front!.seats[1]!.x - front!.seats[0]!.x).toBe(SEAT_PITCH);
    expect(warnings.filter(({ kind }) => kind === "SPREAD")).toEqual([]);
  });

  it("draws zones apart that lie on one another, each in its own shape, unless told to keep them", () => {
    const rows = () => [row("1", 0, line(28)), row("2", 25, line(28))];
    const zones = ["A", "B", "C"].map((name, i) => zone(name, rows(), { position: { x: i * 350, y: 0 } }));
    const apart = readPlan(file(zones));
    expect(apart.warnings).toMatchObject([{ kind: "SPREAD" }]);
    expect(coveredPairs(seatsOf(apart.content), SEAT_PITCH * 0.45)).toEqual([]);
    for (const section of apart.content.sections) {
      const [first, , last] = [section.rows[0]!.seats[0]!, 0, section.rows[0]!.seats[27]!];
      expect(last.x - first.x).toBeCloseTo(270, 0);
    }
    const kept = readPlan(file(zones), { overlap: "keep" });
    expect(kept.warnings.map(({ kind }) => kind)).toContain("OVERLAP");
    expect(planSeatCount(kept.content)).toBe(168);
  });

  it("shows a seat that stands on another's very place, and names it", () => {
    const { content, warnings } = readPlan(file([zone("G", [row("A", 0, line(5)), row("B", 25, [seat("1", 0), seat("2", 0)])])]));
    expect(coveredPairs(seatsOf(content), SEAT_PITCH * 0.2)).toEqual([]);
    expect(warnings[0]).toMatchObject({ kind: "OVERLAP", count: 1, sentence: expect.stringContaining('row "B", seat "2"') });
    expect(warnings[0]!.points).toHaveLength(1);
  });

  it("warns of seats that half cover one another", () => {
    const { warnings } = readPlan(file([zone("G", [row("A", 0, line(10)), row("B", 12, line(10))])]));
    expect(warnings).toMatchObject([{ kind: "OVERLAP", count: 10 }]);
  });
});

describe("other formats", () => {
  it("reads a line a seat", () => {
    const { content } = readPlan('section;row;seat;x;y;flags;price\nStalls;A;1;0;0;wheelchair;1,5\nStalls;A;2;25;0;;\n"Bar; left";1;1;0;80;standing restricted;\n');
    expect(names(content)).toEqual(["Stalls|A|1", "Stalls|A|2", "Bar; left|1|1"]);
    expect(seatsOf(content).map((one) => one.flags)).toEqual([seatFlags.accessible, 0, seatFlags.standing | seatFlags.restrictedView]);
    expect(content.sections.map((section) => section.priceMultiplierBps)).toEqual([15_000, 10_000]);
  });

  it("reads a plan in words", () => {
    const text = "plan: Royal\n# the house\ngrid Stalls: rows A-C, seats 10, aisle 5, price 1.2\narc Circle: rows 1-2, seats 8, numbered right-to-left\nstanding Floor: places 33\naccessible Stalls: A1 A2\nmissing Stalls: B3\n";
    const { content } = readPlan(text);
    expect(content.name).toBe("Royal");
    expect(content.sections.map(({ name, rows, priceMultiplierBps }) => [name, rows.length, rows.reduce((n, one) => n + one.seats.length, 0), priceMultiplierBps])).toEqual([
      ["Stalls", 3, 29, 12_000],
      ["Circle", 2, 16, 10_000],
      ["Floor", 1, 33, 10_000],
    ]);
    expect(content.sections[0]!.rows[0]!.seats[1]!.flags).toBe(seatFlags.accessible);
    const { x } = content.sections[0]!.rows[0]!.seats[5]!;
    expect(x - content.sections[0]!.rows[0]!.seats[4]!.x).toBe(20);
  });

  it.each([
    ["section,row,seat,x\nA,1,1,0", '"y"'],
    ["section,row,seat,x,y\nA,1,1,zero,0", 'Line 2: "x" must be a number'],
    ["section,row,seat,x,y,flags\nA,1,1,0,0,vip", '"vip" is no flag'],
    ["grid Stalls: rows A-3, seats 4", 'Line 1: "rows" must be such as A-H'],
    ["grid Stalls: rows A-C", 'Line 1: "seats" must be a number'],
    ["accessible Stalls: A1", "Line 1: there is no section Stalls above"],
    ["hello", "Line 1: it begins with none of"],
    ['{"zones": [', "cut off or damaged"],
  ])("names the line of what is wrong: %s", (text, sentence) => {
    expect(refusal(() => readPlan(text))).toMatchObject({ code: "INVALID_INPUT", userMessage: expect.stringContaining(sentence) });
  });
});

describe("two hundred files from the schema", () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, undefined, "") });
  const pitch = fc.constantFrom(11, 25, 30, 60);
  const row_ = fc.record({
    label: maybe(fc.constantFrom("A", "B", "1", "Reihe 1", "Sponsorentisch 12")),
    count: fc.integer({ min: 0, max: 30 }),
    pitch,
    gap: fc.constantFrom(0, 5, 12, 25, 40),
    numbers: fc.constantFrom("count", "odd", "none", "long"),
    row_label: fc.constantFrom(undefined, null, "Tisch %s"),
  });
  const zone_ = fc.record({
    name: maybe(fc.constantFrom("Parkett", "Balkon", "Loge", "x".repeat(150))),
    at: fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }),
    rows: fc.array(row_, { maxLength: 8 }),
    category: fc.constantFrom("Standard", "VIP", "", null),
    areas: fc.constantFrom(null, undefined, [], [{ shape: "circle", position: { x: 1, y: 2 }, circle: { radius: 9 } }], [{ shape: "text", position: { x: 1, y: 2 }, text: { text: "Bar" } }]),
  });
  const numberOf = { count: (i: number) => i + 1, odd: (i: number) => String(i * 2 + 1), none: () => "", long: (i: number) => `Rollstuhl-${i}` };

  it("takes each whole, or says by name what cannot be told apart; once chosen, takes it", () => {
    const seen = { taken: 0, conflicts: 0 };
    fc.assert(
      fc.property(fc.array(zone_, { minLength: 1, maxLength: 5 }), (zones) => {
        let count = 0;
        const made = zones.map(({ name, at, rows, category, areas }) => ({
          name, position: at, areas,
          rows: rows.map((one, r) => ({
            row_number: one.label, row_label: one.row_label, position: { x: 0, y: r * one.gap },
            seats: Array.from({ length: one.count }, (_, i) => {
              count++;
              return seat(numberOf[one.numbers as keyof typeof numberOf](i), i * one.pitch, { category });
            }),
          })),
        }));
        const take = (choices: PlanChoices) => readPlan(file(made), choices).content;
        if (count === 0) return void expect(refusal(() => take({})).userMessage).toContain("no seat");
        try {
          expect(planSeatCount(take({}))).toBe(count);
          seen.taken++;
        } catch (error) {
          expect(error).toMatchObject({ code: "PLAN_CONFLICT", facts: { remedies: ["rename", "drop"] } });
          seen.conflicts++;
        }
        const content = take({ sameName: "rename" });
        expect(planSeatCount(content)).toBe(count);
        expect(new Set(names(content)).size).toBe(count);
        // None hidden behind another.
        expect(coveredPairs(seatsOf(content), SEAT_PITCH * 0.1)).toEqual([]);
        for (const { x, y } of seatsOf(content)) expect(x >= 0 && y >= 0 && x <= content.size.width && y <= content.size.height).toBe(true);
      }),
      { numRuns: 200, seed: 20261124 },
    );
    expect(seen.taken).toBeGreaterThan(20);
    expect(seen.conflicts).toBeGreaterThan(20);
  });
});
