import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_PITCH, detailAt } from "../paint/detail";
import type { Scene } from "../paint/scene";
import { testLayout } from "../test-layouts";
import { SeatGrid } from "../model/seat-grid";
import { buildSeatModel } from "../model/seat-model";
import { code } from "../model/seat-statuses";
import { cameraAt, cameraBetween, cameraFor, easeInOut } from "./camera-path";
import { hitAt } from "./hit";
import { nextSeat } from "./next-seat";

const insets = { top: 50, right: 10, bottom: 100, left: 10 };
const viewport = { width: 800, height: 600, dpr: 1 };

describe("camera", () => {
  it("shows a box whole, in the free part of the view", () => {
    const box = { left: 100, top: 200, right: 500, bottom: 450 };
    const { k, x, y } = cameraFor(box, viewport, insets);
    expect(box.left * k + x).toBeGreaterThanOrEqual(insets.left - 1e-6);
    expect(box.right * k + x).toBeLessThanOrEqual(viewport.width - insets.right + 1e-6);
    expect(box.top * k + y).toBeGreaterThanOrEqual(insets.top - 1e-6);
    expect(box.bottom * k + y).toBeLessThanOrEqual(viewport.height - insets.bottom + 1e-6);
  });

  it("flies from one place to the other round one still point, never beyond either zoom", () => {
    const camera = fc.record({
      k: fc.double({ min: 0.05, max: 6, noNaN: true }),
      x: fc.double({ min: -3_000, max: 3_000, noNaN: true }),
      y: fc.double({ min: -3_000, max: 3_000, noNaN: true }),
    });
    fc.assert(
      fc.property(camera, camera, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const at = cameraBetween(from, to, share);
        expect(at.k).toBeGreaterThanOrEqual(Math.min(from.k, to.k) - 1e-9);
        expect(at.k).toBeLessThanOrEqual(Math.max(from.k, to.k) + 1e-9);
        expect(cameraBetween(from, to, 0)).toEqual(from);
        expect(cameraBetween(from, to, 1)).toEqual(to);
        if (Math.abs(to.k / from.k - 1) > 0.05) {
          const still = (to.x - from.x) / (from.k - to.k);
          expect(still * at.k + at.x).toBeCloseTo(still * from.k + from.x, 3);
        }
      }),
    );
    expect([easeInOut(0), easeInOut(0.5), easeInOut(1)]).toEqual([0, 0.5, 1]);
  });

  it("centres on a point of the free part", () => {
    const { k, x, y } = cameraAt(30, 40, 2, viewport, insets);
    expect([30 * k + x, 40 * k + y]).toEqual([400, 275]);
  });
});

describe("level of detail", () => {
  it("shows sections far out, seats nearer, numbers nearest", () => {
    const far = detailAt((LEAST_PITCH - 2) / 10, 12);
    expect([far.plates, far.seats, far.rowLabels, far.seatLabels]).toEqual([1, false, 0, 0]);
    const middle = detailAt(1.3, 12);
    expect([middle.plates, middle.seats, middle.sectionNames, middle.rowLabels, middle.seatLabels]).toEqual([
      0,
      true,
      1,
      1,
      0,
    ]);
    expect(detailAt(3, 12).seatLabels).toBe(1);
  });

  it("never has seats to press under plates", () => {
    for (let pitch = 1; pitch < 40; pitch += 0.1) {
      const detail = detailAt(pitch / 10, 5);
      expect(detail.seats && detail.plates > 0).toBe(false);
    }
  });
});

const model = buildSeatModel(
  testLayout([
    { rowCount: 4, seatsPerRow: 6 },
    { rowCount: 2, seatsPerRow: 10, layout: { standing: true } },
  ]),
);
const grid = new SeatGrid(model.xs, model.ys, model.box);
const sceneAt = (k: number, statuses: Uint8Array = new Uint8Array(model.count)) =>
  ({ model, statuses, camera: { k, x: 0, y: 0 } }) as unknown as Scene;
const hit = (k: number, seat: number, coarse = false, off = 0, statuses?: Uint8Array) =>
  hitAt(sceneAt(k, statuses), grid, model.xs[seat]! * k + off, model.ys[seat]! * k, coarse);

describe("hitAt", () => {
  it("finds the seat where seats can be told apart, the section where they cannot", () => {
    expect(hit(3, 7)).toEqual({ kind: "seat", seat: 7 });
    expect(hit(0.3, 7)).toEqual({ kind: "section", section: 0 });
    expect(hitAt(sceneAt(3), grid, -500, -500, false)).toBeNull();
  });

  it("reaches as far as a finger for fingers only", () => {
    expect(hit(1, 0, true, -20)).toEqual({ kind: "seat", seat: 0 });
    expect(hit(1, 0, false, -20)).toBeNull();
  });

  it("takes a blocked seat for absent and a standing place for its area", () => {
    const statuses = new Uint8Array(model.count);
    statuses[7] = code.blocked;
    expect(hit(3, 7, false, 0, statuses)).toEqual({ kind: "section", section: 0 });
    expect(hit(3, 30)).toEqual({ kind: "section", section: 1 });
  });
});

describe("nextSeat", () => {
  const go = (
    from: number,
    direction: "left" | "right" | "up" | "down",
    accept = (seat: number) => seat < 24,
  ) => nextSeat(model.xs, model.ys, from, direction, accept);

  it("goes along the row and across the rows", () => {
    expect([go(7, "right"), go(7, "left"), go(7, "down"), go(7, "up")]).toEqual([8, 6, 13, 1]);
  });

  it("stops at the edge, and jumps over what is not accepted", () => {
    expect(go(0, "left")).toBe(-1);
    expect(go(7, "right", (seat) => seat !== 8)).toBe(9);
  });
});
