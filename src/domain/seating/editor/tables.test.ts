import { describe, expect, it } from "vitest";
import { checkDraft } from "./check-draft";
import { tableSection, type Tables } from "./tables";

const tables: Tables = { name: "Cabaret", tables: 7, perLine: 3, seatsPerTable: 8, shape: "round", prefix: "T", priceMultiplierBps: 10_000 };
const at = { id: "t", x: 100, y: 50 };
const stage = { kind: "stage" as const, x: 0, y: -100, width: 40, height: 10 };

describe("tableSection", () => {
  it.each(["round", "rectangular"] as const)("seats people round %s tables, none on another, each table a row", (shape) => {
    for (const seatsPerTable of [1, 2, 5, 8, 12]) {
      const section = tableSection({ ...tables, shape, seatsPerTable }, at);
      expect(section.rows.map(({ label }) => label)).toEqual(["T1", "T2", "T3", "T4", "T5", "T6", "T7"]);
      expect(section.rows.every(({ seats }) => seats.length === seatsPerTable)).toBe(true);
      expect(checkDraft({ sections: [section], decorations: [stage] })).toEqual([]);
    }
  });
  it("begins where it was told to, in lines of so many", () => {
    const { rows } = tableSection({ ...tables, tables: 4, perLine: 2, seatsPerTable: 4 }, at);
    const middles = rows.map(({ seats }) => ({ x: seats.reduce((sum, seat) => sum + seat.x, 0) / 4, y: seats.reduce((sum, seat) => sum + seat.y, 0) / 4 }));
    expect((middles[0]!.x + middles[1]!.x) / 2).toBeCloseTo(100);
    expect(middles[0]!.y).toBeCloseTo(middles[1]!.y);
    expect(middles[2]!.y).toBeGreaterThan(middles[0]!.y);
    expect(Math.min(...rows.flatMap(({ seats }) => seats.map(({ y }) => y)))).toBeGreaterThanOrEqual(50);
  });
  it("refuses none and too many", () => {
    expect(() => tableSection({ ...tables, tables: 0 }, at)).toThrow("from one to 20,000");
    expect(() => tableSection({ ...tables, tables: 5_000, seatsPerTable: 5 }, at)).toThrow("from one to 20,000");
  });
});
