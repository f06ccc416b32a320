import { describe, expect, it } from "vitest";
import { seatFlags } from "~/domain/seating/flags";
import { testLayout } from "../test-layouts";
import { buildSeatModel, ordinalOfId, ordinalsOfIds } from "./seat-model";
import { insidePolygon } from "./polygon";

const layout = testLayout([
  { rowCount: 5, seatsPerRow: 12, layout: { shape: "curved", radius: 120, aisles: [4], accessible: ["A1"] } },
  { rowCount: 1, seatsPerRow: 7 },
  { rowCount: 3, seatsPerRow: 8, layout: { standing: true } },
  { rowCount: 6, seatsPerRow: 3, layout: { rotation: 40, growth: 2, x: 400, y: 100 } },
]);
const model = buildSeatModel(layout);
const seats = layout.sections.flatMap((section, s) =>
  section.rows.flatMap((row) => row.seats.map((seat) => ({ ...seat, row: row.label, section: s }))),
);

describe("buildSeatModel", () => {
  it("keeps every seat at its ordinal", () => {
    expect(model.count).toBe(seats.length);
    for (const seat of seats) {
      expect([model.ids[seat.ordinal], model.labels[seat.ordinal]]).toEqual([seat.id, seat.label]);
      expect(model.xs[seat.ordinal]).toBeCloseTo(seat.x, 3);
      expect(model.ys[seat.ordinal]).toBeCloseTo(seat.y, 3);
      expect(model.sectionOf[seat.ordinal]).toBe(seat.section);
      expect(model.rows[model.rowOf[seat.ordinal]!]!.label).toBe(seat.row);
    }
    expect(model.flags[0]).toBe(seatFlags.accessible);
    expect(model.sections.map((section) => section.standing)).toEqual([false, false, true, false]);
  });

  it("gives every section a shape that holds its seats, and no other section's", () => {
    for (const section of model.sections) {
      for (let i = 0; i < model.count; i += 1) {
        const own = i >= section.start && i < section.end;
        expect(insidePolygon(section.outline, model.xs[i]!, model.ys[i]!)).toBe(own);
      }
    }
  });

  it("puts each section's name inside it, with room round it", () => {
    for (const { label, outline } of model.sections) {
      expect(insidePolygon(outline, label.x, label.y)).toBe(true);
      expect(Math.min(label.width, label.height)).toBeGreaterThan(5);
      expect(insidePolygon(outline, label.x + label.width * 0.49, label.y)).toBe(true);
      expect(insidePolygon(outline, label.x, label.y - label.height * 0.49)).toBe(true);
    }
  });

  it("holds everything in its box", () => {
    for (let i = 0; i < model.count; i += 1) {
      expect(model.xs[i]).toBeGreaterThan(model.box.left);
      expect(model.ys[i]).toBeLessThan(model.box.bottom);
    }
  });

  it("finds seats by id, and nothing by another event's", () => {
    const last = seats.at(-1)!;
    expect(ordinalOfId(model, last.id)).toBe(last.ordinal);
    expect(ordinalOfId(model, `x-${last.ordinal.toString(36)}`)).toBe(-1);
    expect(ordinalOfId(model, "nonsense")).toBe(-1);
    expect([...ordinalsOfIds(model, [seats[2]!.id, "other"])]).toEqual([2]);
  });
});
