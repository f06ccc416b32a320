import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAvailable } from "./best-available";
import { orphansOf, strandedBy } from "./orphan-rule";
import { indexPlan, type PlanIndex } from "./plan-index";
import { SEAT_PITCH, type SeatingPlanContent } from "./plan/seating-plan";

/**
 * Draws a section from text: a letter or dot a seat, a space an aisle. "." free, "x" taken, "w" free for wheelchairs,
 * "c" free for their companions, "r" free with restricted view.
 */
function room(...rows: string[]): ReturnType<typeof roomOf> {
  return roomOf("stage", rows);
}

function roomOf(shown: "stage" | "screen", rows: string[]): { plan: PlanIndex; isFree: (ordinal: number) => boolean; names: (seats: number[] | null) => string[] } {
  const seats: { char: string; name: string }[] = [];
  const content: SeatingPlanContent = {
    name: "Room",
    size: { width: 40 * SEAT_PITCH, height: rows.length * SEAT_PITCH },
    decorations: [{ kind: shown, x: ((rows[0]?.length ?? 1) - 1) * (SEAT_PITCH / 2) - 5, y: -2 * SEAT_PITCH, width: 10, height: 10 }],
    sections: [
      {
        id: "s", name: "Stalls", priceMultiplierBps: 10_000,
        rows: rows.map((row, rowAt) => {
          const label = String.fromCharCode(65 + rowAt);
          return {
            label,
            seats: [...row].flatMap((char, at) => {
              if (char === " ") return [];
              seats.push({ char, name: `${label}${at + 1}` });
              const flags = char === "w" ? 1 : char === "c" ? 2 : char === "r" ? 4 : 0;
              return [{ label: `${at + 1}`, x: at * SEAT_PITCH, y: rowAt * SEAT_PITCH, flags }];
            }),
          };
        }),
      },
    ],
  };
  return {
    plan: indexPlan(content),
    isFree: (ordinal) => seats[ordinal]?.char !== "x",
    names: (ordinals) => (ordinals ?? []).map((ordinal) => seats[ordinal]!.name),
  };
}

const pick = (count: number, rows: string[], more: { accessible?: boolean; companion?: boolean; skip?: number } = {}) => {
  const { plan, isFree, names } = room(...rows);
  return names(bestAvailable(plan, { count, isFree, ...more }));
};

describe("the best seats together", () => {
  it("are behind the middle of a cinema, not in the row below its screen", () => {
    const { plan, isFree, names } = roomOf("screen", Array.from({ length: 9 }, () => "........"));
    expect(names(bestAvailable(plan, { count: 2, isFree }))).toEqual(["F4", "F5"]);
  });
  it("for a wheelchair have a place for it among them, never companions' seats alone", () => {
    expect(pick(2, ["cc.cwc", "......"], { accessible: true })).toContain("A5");
    expect(pick(2, ["ccxc", "...."], { accessible: true })).toEqual([]);
  });
  it("for a wheelchair with companion are one place for it and a companion's seat, else any seat beside it", () => {
    const both = { accessible: true, companion: true };
    expect(pick(2, ["..wwc.", "......"], both)).toEqual(["A4", "A5"]);
    expect(pick(3, ["cwc.wc", "......"], both)).toEqual(["A1", "A2", "A3"]);
    expect(pick(2, ["xww.xx", "......"], both)).toEqual(["A3", "A4"]);
    expect(pick(2, ["xwwxxx", "......"], both)).toEqual([]);
  });
  it("are in the middle of the front row of an empty room", () => {
    expect(pick(2, ["........", "........"])).toEqual(["A4", "A5"]);
  });
  it("leave no single seat over, even where a better row would", () => {
    expect(pick(2, ["x...x", "....."])).toEqual(["B1", "B2"]);
  });
  it("leave one over rather than split", () => {
    expect(pick(3, ["x....x", "xx..xx"])).toEqual(["A2", "A3", "A4"]);
  });
  it("go on two rows with nobody alone where no row has room", () => {
    expect(pick(4, ["..xx", "..xx"])).toEqual(["A1", "A2", "B1", "B2"]);
    expect(pick(5, ["...x", "..xx"])).toEqual(["A1", "A2", "A3", "B1", "B2"]);
    expect(pick(3, ["..xx", "..xx"])).toEqual([]);
  });
  it("do not reach across an aisle", () => {
    expect(pick(4, [".. ..", "....."])).toEqual(["B1", "B2", "B3", "B4"]);
  });
  it("leave wheelchair places to who needs them, and only those to who asks", () => {
    expect(pick(2, ["ww....", "xxxxxx"])).toEqual(["A3", "A4"]);
    expect(pick(2, ["ww....", "xxxxxx"], { accessible: true })).toEqual(["A1", "A2"]);
  });
  it("avoid a restricted view while there is another", () => {
    expect(pick(2, ["rrrr", "...."])).toEqual(["B1", "B2"]);
    expect(pick(2, ["rrrr", "xxxx"])).toEqual(["A1", "A2"]);
    expect(pick(2, ["xr.x", "x..x"])).toEqual(["B2", "B3"]);
  });
  it("offer another idea to who came second", () => {
    expect(pick(2, ["........"], { skip: 1 })).toEqual(["A3", "A4"]);
    expect(pick(2, ["........"], { skip: 2 })).toEqual(["A5", "A6"]);
    expect(pick(2, ["..xx"], { skip: 5 })).toEqual(["A1", "A2"]);
  });
  it("lie nearest to the stage, be it a row further back", () => {
    expect(pick(2, ["xxxxxxx..x", "xxxx..xxxx"])).toEqual(["B5", "B6"]);
    expect(pick(2, [".".repeat(600)])).toEqual(["A300", "A301"]);
    expect(pick(1, ["xx."])).toEqual(["A3"]);
  });
  it("are behind one another in two rows, rather than centred and far apart", () => {
    expect(pick(4, ["xxxxxxx..x", "x..xxxx..x"])).toEqual(["A8", "A9", "B8", "B9"]);
  });
  it("are none in a full room, or for more than there are", () => {
    expect(pick(1, ["xxx"])).toEqual([]);
    expect(pick(6, ["....."])).toEqual([]);
  });

  const rooms = fc.array(fc.string({ unit: fc.constantFrom(".", ".", ".", "x", " "), minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 5 });

  it("are always free, of the size asked for, in at most two rows, nobody alone in theirs", () => {
    fc.assert(
      fc.property(rooms, fc.integer({ min: 1, max: 6 }), (rows, count) => {
        const { plan, isFree } = room(...rows);
        const seats = bestAvailable(plan, { count, isFree });
        if (!seats) return;
        expect(new Set(seats).size).toBe(count);
        expect(seats.every(isFree)).toBe(true);
        const perRow = new Map<number, number>();
        for (const seat of seats) perRow.set(plan.placeOf[seat]!.block.row, (perRow.get(plan.placeOf[seat]!.block.row) ?? 0) + 1);
        expect(perRow.size).toBeLessThanOrEqual(2);
        if (perRow.size === 2) expect(Math.min(...perRow.values())).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it("strand nobody's seat where any row has room to spare", () => {
    fc.assert(
      fc.property(rooms, fc.integer({ min: 1, max: 4 }), (rows, count) => {
        const { plan, isFree } = room(...rows);
        const roomy = rows.some((row) => row.split(/[x ]/).some((run) => run.length === count || run.length >= count + 2));
        if (!roomy) return;
        expect(strandedBy(plan, bestAvailable(plan, { count, isFree })!, isFree)).toEqual([]);
      }),
    );
  });
});

describe("the orphan rule", () => {
  const stranded = (rows: string[], chosen: number[]) => {
    const { plan, isFree, names } = room(...rows);
    return names(orphansOf(plan, chosen, isFree));
  };
  it("names the seat that a choice would leave alone", () => {
    expect(stranded(["....."], [1, 2])).toEqual(["A1"]);
    expect(stranded(["....."], [1, 3])).toEqual(["A1", "A3", "A5"]);
    expect(stranded(["....."], [3, 1])).toEqual(["A1", "A3", "A5"]);
    const { plan, isFree } = room(".....");
    expect(orphansOf(plan, [0, 1], isFree)).toEqual([]);
  });
  it("holds among wheelchair places too", () => {
    expect(stranded(["wwwww"], [1, 2])).toEqual(["A1"]);
  });
  it("blames nobody for a seat that was alone before", () => {
    expect(stranded([".x...", "....."], [2, 3])).toEqual(["A5"]);
    expect(stranded([".x...."], [2, 3])).toEqual([]);
  });
  it("says nothing where no other choice of that size exists", () => {
    expect(stranded(["...", "xxx"], [0, 1])).toEqual([]);
  });
});
