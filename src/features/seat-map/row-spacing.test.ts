import { describe, expect, it } from "vitest";
import { gapBefore, rowIndents } from "./row-spacing";

const row = (label: string, places: [number, number][]) => ({
  label,
  seats: places.map(([x, y], i) => ({ id: `${label}${i}`, ordinal: i, label: `${i}`, x, y, flags: 0 })),
});
const section = (...rows: ReturnType<typeof row>[]) => ({ id: "s", name: "S", pricePaise: 0, rows });

describe("how rows of the list stand", () => {
  it("begins a short row where its first seat is, whichever way the seats are counted", () => {
    const short = row("A", [[20, 0], [30, 0]]);
    const long = row("B", [[0, 12], [10, 12], [20, 12], [30, 12]]);
    expect(rowIndents(section(short, long))).toEqual([2, 0]);
    const back = row("A", [[20, 0], [10, 0]]);
    const backLong = row("B", [[30, 12], [20, 12], [10, 12]]);
    expect(rowIndents(section(back, backLong, row("C", [])))).toEqual([1, 0, 0]);
  });

  it("leaves the rows of a turned section alone", () => {
    expect(rowIndents(section(row("A", [[20, 0], [20, 10]]), row("B", [[0, 0], [0, 10]])))).toEqual([0, 0]);
  });

  it("leaves floor for a gangway, never more than three seats", () => {
    const [a, b, c] = row("A", [[0, 0], [20, 0], [120, 0]]).seats;
    expect([gapBefore(a!, undefined), gapBefore(b!, a), gapBefore(c!, b)]).toEqual([0, 1, 3]);
  });
});
