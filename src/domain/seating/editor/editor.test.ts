import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seatFlags } from "../flags";
import { blockSection, standingSection, type Block } from "./blocks";
import { checkDraft } from "./check-draft";
import { apply, freeName, type Command } from "./commands";
import { contentOf, emptyDraft, ordinalsIn, seatCountOf, seatsOf, type PlanDraft } from "./draft";
import { perform, redo, startHistory, undo } from "./history";
import { rowNameAt, seatLabels } from "./numbering";
import { templates } from "./templates";
import { readPlan } from "../plan/read-plan";
import { toPretixPlan } from "../plan/pretix-export";

const block: Block = {
  name: "Stalls", rows: 3, seatsPerRow: 4, shape: "straight", growth: 0, aisles: [], rowNames: "letters", firstRow: 1,
  seatOrder: "left-to-right", seatNumbers: "all", priceMultiplierBps: 10_000,
};
const stalls = blockSection(block, { id: "a", x: 0, y: 0 });
const stage = { kind: "stage", x: -30, y: -60, width: 60, height: 30, label: "Stage" } as const;
const hall: PlanDraft = { sections: [stalls], decorations: [stage] };
const names = (draft: PlanDraft) => [...seatsOf(draft)].map(({ section, row, seat }) => `${section.name} ${row.label}${seat.label}`);
const kinds = (draft: PlanDraft) => checkDraft(draft).map(({ kind }) => kind);
const all = (draft: PlanDraft) => [...seatsOf(draft)].map(({ ordinal }) => ordinal);

describe("history", () => {
  const seats = fc.uniqueArray(fc.nat(30), { maxLength: 8 });
  const by = fc.integer({ min: -300, max: 300 }).map((n) => n / 10);
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ do: fc.constant("move" as const), seats, decorations: fc.constant([0]), dx: by, dy: by }),
    fc.record({ do: fc.constant("remove" as const), seats }),
    fc.record({ do: fc.constant("turn" as const), seats, degrees: fc.integer({ min: -180, max: 180 }) }),
    fc.record({ do: fc.constant("mirror" as const), seats }),
    fc.record({ do: fc.constant("copy" as const), seats, dx: by, dy: by, mirrored: fc.boolean(), ids: fc.constant(["x", "y"]) }),
    fc.record({ do: fc.constant("flag" as const), seats, bit: fc.constantFrom(1, 2, 4), on: fc.boolean() }),
    fc.record({ do: fc.constant("assign" as const), seats, section: fc.constantFrom({ id: "a", name: "Stalls" }, { id: "n", name: "New" }) }),
    fc.record({ do: fc.constant("nameRows" as const), seats, names: fc.constantFrom("letters" as const, "numbers" as const), first: fc.nat(9), backward: fc.boolean() }),
    fc.record({ do: fc.constant("numberSeats" as const), seats, order: fc.constantFrom("from-middle" as const, "right-to-left" as const), numbers: fc.constantFrom("odd" as const, "all" as const), first: fc.nat(9) }),
    fc.constant<Command>({ do: "addSection", section: stalls }),
    fc.constant<Command>({ do: "addDecoration", item: stage }),
    fc.constant<Command>({ do: "section", id: "a", name: "Ground", priceMultiplierBps: 12_000 }),
  );
  const bytes = (draft: PlanDraft) => JSON.stringify(draft);

  it("gives the same bytes after undoing all and doing all again, and every step between", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        let history = startHistory(hall);
        const seen = [bytes(hall)];
        for (const one of commands) {
          const next = perform(history, one);
          if (next !== history) seen.push(bytes(next.present));
          history = next;
        }
        const end = bytes(history.present);
        for (let i = seen.length - 1; i >= 0; i -= 1, history = undo(history)) expect(bytes(history.present)).toBe(seen[i]);
        expect(bytes(undo(history).present)).toBe(bytes(hall));
        for (let i = 1; i < seen.length; i += 1) {
          history = redo(history);
          expect(bytes(history.present)).toBe(seen[i]);
        }
        expect(bytes(redo(history).present)).toBe(end);
        let again = history;
        for (let i = 1; i < seen.length; i += 1) again = undo(again);
        expect(bytes(again.present)).toBe(bytes(hall));
        // The same commands on the same plan make the same bytes.
        expect(bytes(commands.reduce(apply, hall))).toBe(end);
        expect(bytes(hall)).toBe(seen[0]);
      }),
    );
  });

  it("forgets what was undone once something else is done", () => {
    const moved = perform(startHistory(hall), { do: "move", seats: [0], dx: 10, dy: 0 });
    const other = perform(undo(moved), { do: "remove", seats: [0] });
    expect(redo(other)).toBe(other);
    expect(seatCountOf(other.present)).toBe(11);
  });
});

describe("commands", () => {
  it("move, turn and mirror keep everything else as the same object", () => {
    const two = { ...hall, sections: [stalls, { ...stalls, id: "b", name: "Circle" }] };
    const next = apply(two, { do: "move", seats: [0, 1], dx: 5, dy: 2.5 });
    expect(next.sections[1]).toBe(two.sections[1]);
    expect(next.sections[0]!.rows[1]).toBe(stalls.rows[1]);
    expect(next.sections[0]!.rows[0]!.seats.map(({ x, y }) => [x, y])).toEqual([[-10, 2.5], [0, 2.5], [5, 0], [15, 0]]);
    const [first] = [...seatsOf(apply(hall, { do: "turn", seats: all(hall), degrees: 90 }))];
    expect([first!.seat.x, first!.seat.y]).toEqual([10, -5]);
    expect([...seatsOf(apply(hall, { do: "mirror", seats: all(hall) }))][0]!.seat.x).toBe(15);
    expect(apply(hall, { do: "move", seats: [], decorations: [0], dx: 4, dy: 0 }).decorations[0]!.x).toBe(-26);
  });

  it("remove takes rows and sections with their last seat", () => {
    expect(apply(hall, { do: "remove", seats: [0, 1, 2, 3] }).sections[0]!.rows.map(({ label }) => label)).toEqual(["B", "C"]);
    const none = apply(hall, { do: "remove", seats: all(hall), decorations: [0] });
    expect(none).toEqual(emptyDraft);
  });

  it("copies stand in sections of names that were free", () => {
    const next = apply(hall, { do: "copy", seats: [0, 1], dx: 100, dy: 0, mirrored: true, ids: ["c"] });
    expect(names(next).slice(12)).toEqual(["Stalls 2 A1", "Stalls 2 A2"]);
    expect(next.sections[1]!.rows[0]!.seats.map(({ x }) => x)).toEqual([95, 85]);
    expect(kinds(next)).toEqual([]);
    expect(freeName("Box 2", new Set(["Box 2", "Box 3"]))).toBe("Box 4");
  });

  it("assign gives seats to another section under their row's label", () => {
    const next = apply(hall, { do: "assign", seats: [4, 5], section: { id: "p", name: "Premium" } });
    expect(names(next)).toEqual([...names(hall).filter((_, i) => i !== 4 && i !== 5), "Premium B1", "Premium B2"]);
    const back = apply(next, { do: "assign", seats: ordinalsIn(next, "p"), section: { id: "a", name: "" } });
    expect(names(back).sort()).toEqual(names(hall).sort());
    expect(back.sections).toHaveLength(1);
  });

  it("number seats as they stand, whichever way they are kept", () => {
    const leftward = apply(hall, { do: "mirror", seats: all(hall) });
    const next = apply(leftward, { do: "numberSeats", seats: [0, 1, 2, 3], order: "left-to-right", numbers: "even", first: 1 });
    expect(next.sections[0]!.rows[0]!.seats.map(({ label, x }) => [x, label])).toEqual([[15, "8"], [5, "6"], [-5, "4"], [-15, "2"]]);
    const renamed = apply(hall, { do: "nameRows", seats: [0, 4, 8], names: "numbers", first: 5, backward: true });
    expect(renamed.sections[0]!.rows.map(({ label }) => label)).toEqual(["7", "6", "5"]);
  });

  it("flag adds and takes away one bit", () => {
    const on = apply(hall, { do: "flag", seats: [1], bit: seatFlags.accessible, on: true });
    expect([...seatsOf(on)].map(({ seat }) => seat.flags).slice(0, 3)).toEqual([0, 1, 0]);
    expect(apply(on, { do: "flag", seats: [1], bit: 1, on: false })).toEqual(hall);
  });
});

describe("numbering", () => {
  it("names rows by letters, without I and O where asked, and numbers", () => {
    const from = (scheme: "letters" | "letters-but-io" | "numbers", at: number[]) => at.map((i) => rowNameAt(scheme, i));
    expect(from("letters", [0, 8, 14, 25, 26, 701])).toEqual(["A", "I", "O", "Z", "AA", "ZZ"]);
    expect(from("letters-but-io", [7, 8, 12, 13, 23, 24])).toEqual(["H", "J", "N", "P", "Z", "AA"]);
    expect(rowNameAt("numbers", 2, 4)).toBe("6");
  });

  it("counts seats by all, odd, even, from the right and from the middle", () => {
    expect(seatLabels(4, "left-to-right", "odd")).toEqual(["1", "3", "5", "7"]);
    expect(seatLabels(3, "right-to-left", "even")).toEqual(["6", "4", "2"]);
    expect(seatLabels(3, "left-to-right", "odd", 4)).toEqual(["5", "7", "9"]);
    expect(seatLabels(5, "from-middle")).toEqual(["5", "3", "1", "2", "4"]);
    expect(seatLabels(4, "from-middle")).toEqual(["3", "1", "2", "4"]);
  });
});

describe("blocks", () => {
  it("are refused without seats and with too many", () => {
    expect(() => blockSection({ ...block, rows: 0 }, { id: "a", x: 0, y: 0 })).toThrow("from one to 20,000 seats");
    expect(() => standingSection({ name: "F", places: 20_001, priceMultiplierBps: 1 }, { id: "a", x: 0, y: 0 })).toThrow("20,000");
  });

  it("stand round their place, gangways left free; a floor has exactly its places", () => {
    const aisle = blockSection({ ...block, aisles: [2] }, { id: "a", x: 100, y: 50 });
    expect(aisle.rows[0]!.seats.map(({ x }) => x)).toEqual([80, 90, 110, 120]);
    const floor = standingSection({ name: "Floor", places: 205, priceMultiplierBps: 10_000 }, { id: "f", x: 0, y: 0 });
    expect(floor.rows[0]!.seats).toHaveLength(205);
    expect(floor.rows[0]!.seats.every(({ flags }) => flags === seatFlags.standing)).toBe(true);
  });
});

describe("checkDraft", () => {
  it("finds each thing that is wrong, and where", () => {
    expect(kinds(hall)).toEqual([]);
    expect(kinds(emptyDraft)).toEqual(["EMPTY"]);
    expect(kinds({ ...hall, decorations: [] })).toEqual(["NO_FOCUS"]);
    expect(checkDraft(apply(hall, { do: "numberSeats", seats: [1], order: "left-to-right", numbers: "all", first: 1 }))).toMatchObject([{ kind: "DOUBLED", stops: true, seats: [0, 1] }]);
    expect(checkDraft(apply(hall, { do: "move", seats: [0], dx: 6, dy: 0 }))).toMatchObject([{ kind: "OVERLAPPING", stops: false, seats: [0, 1] }]);
    expect(kinds(apply(hall, { do: "section", id: "a", name: " " }))).toEqual(["UNCATEGORISED"]);
    const companion = apply(hall, { do: "flag", seats: [0], bit: seatFlags.companion, on: true });
    expect(checkDraft(companion)).toMatchObject([{ kind: "LONE_COMPANION", seats: [0] }]);
    expect(kinds(apply(companion, { do: "flag", seats: [1], bit: seatFlags.accessible, on: true }))).toEqual([]);
    const bare = { ...hall, sections: [{ ...stalls, rows: [{ label: "A", seats: [{ label: "", x: 0, y: 0, flags: 0 }] }] }] };
    expect(kinds(bare)).toEqual(["UNLABELLED"]);
    const rows = (...labels: string[]) => ({ ...hall, sections: [{ ...stalls, rows: labels.map((label, at) => ({ label, seats: [{ label: "1", x: 0, y: at * 20, flags: 0 }, { label: "2", x: 20, y: at * 20, flags: 0 }] })) }] });
    expect(checkDraft(rows("I", "B", "1", "L", "O"))).toMatchObject([{ kind: "LOOKALIKE", stops: false, seats: [0, 1, 4, 5] }]);
    expect(kinds(rows("A", "I", "L", "O"))).toEqual([]);
  });
});

describe("templates", () => {
  it.each(templates)("$name can be published as it is, and is read back seat by seat", ({ draft }) => {
    const plan = draft();
    expect(checkDraft(plan)).toEqual([]);
    const { content, warnings } = readPlan(toPretixPlan(contentOf("Hall", plan)), { overlap: "keep" });
    expect(warnings).toEqual([]);
    expect(names({ sections: content.sections, decorations: [] })).toEqual(names(plan));
    expect(content.decorations).toHaveLength(plan.decorations.length);
  });
});
