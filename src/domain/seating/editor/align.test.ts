import { describe, expect, it } from "vitest";
import { apply } from "./commands";
import { emptyDraft, type PlanDraft } from "./draft";

const row = (label: string, y: number, ...xs: number[]) => ({ label, seats: xs.map((x, i) => ({ label: `${i + 1}`, x, y, flags: 0 })) });
const section = (id: string, ...rows: ReturnType<typeof row>[]) => ({ id, name: id, priceMultiplierBps: 10_000, rows });
const xs = ({ sections }: PlanDraft) => sections.map(({ rows }) => rows.map(({ seats }) => seats.map(({ x }) => x)));
const ys = ({ sections }: PlanDraft) => sections.map(({ rows }) => rows.map(({ seats }) => seats[0]!.y));

describe("align", () => {
  const one: PlanDraft = { ...emptyDraft, sections: [section("a", row("A", 0, 0, 10), row("B", 10, 4, 14, 24), row("C", 20, 50))] };
  const rows = [0, 1, 2, 3, 4];

  it("lines the chosen rows of one section up, and leaves the others", () => {
    expect(xs(apply(one, { do: "align", seats: rows, edge: "left" }))).toEqual([[[0, 10], [0, 10, 20], [50]]]);
    expect(xs(apply(one, { do: "align", seats: rows, edge: "right" }))).toEqual([[[14, 24], [4, 14, 24], [50]]]);
    expect(xs(apply(one, { do: "align", seats: rows, edge: "centre" }))).toEqual([[[7, 17], [2, 12, 22], [50]]]);
    expect(apply(one, { do: "align", seats: rows, edge: "front" })).toBe(one);
  });

  it("lines whole sections up where seats of several are chosen", () => {
    const two: PlanDraft = { ...emptyDraft, sections: [section("a", row("A", 0, 0, 10), row("B", 10, 0, 10)), section("b", row("A", 4, 40, 50))] };
    const all = [0, 1, 2, 3, 4, 5];
    expect(ys(apply(two, { do: "align", seats: all, edge: "front" }))).toEqual([[0, 10], [0]]);
    expect(ys(apply(two, { do: "align", seats: all, edge: "back" }))).toEqual([[0, 10], [10]]);
    expect(xs(apply(two, { do: "align", seats: all, edge: "left" }))).toEqual([[[0, 10], [0, 10]], [[0, 10]]]);
  });

  it("does nothing to what is in line, or alone", () => {
    expect(apply(one, { do: "align", seats: [0, 1], edge: "left" })).toBe(one);
    const lined = apply(one, { do: "align", seats: rows, edge: "left" });
    expect(apply(lined, { do: "align", seats: rows, edge: "left" })).toBe(lined);
  });
});
