import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeatGrid } from "./seat-grid";

const coordinate = fc.double({ min: -200, max: 900, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 200 });
const box = { left: -200, top: -200, right: 900, bottom: 900 };

describe("SeatGrid", () => {
  it("finds the nearest seat in reach, as a search through all of them does", () => {
    fc.assert(
      fc.property(
        points,
        coordinate,
        coordinate,
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        (all, x, y, reach) => {
          const [xs, ys] = [Float32Array.from(all, ([a]) => a), Float32Array.from(all, ([, b]) => b)];
          const found = new SeatGrid(xs, ys, box).nearest(x, y, reach);
          const away = (i: number) => Math.hypot(xs[i]! - x, ys[i]! - y);
          const least = Math.min(...all.map((_, i) => away(i)));
          if (least < reach - 1e-9) expect(away(found)).toBeCloseTo(least, 6);
          if (least > reach + 1e-9) expect(found).toBe(-1);
        },
      ),
    );
  });

  it("passes over seats that are not accepted", () => {
    const grid = new SeatGrid(Float32Array.of(0, 5, 20), Float32Array.of(0, 0, 0), box);
    expect(grid.nearest(1, 0, 50)).toBe(0);
    expect(grid.nearest(1, 0, 50, (seat) => seat !== 0)).toBe(1);
    expect(grid.nearest(1, 0, 2, (seat) => seat !== 0)).toBe(-1);
  });
});
