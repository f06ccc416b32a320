import { expect, it, vi } from "vitest";
import { mapSeats, type PlanDraft } from "~/domain/seating/editor/draft";
import { editorModel } from "../../plan-editor/editor-model";
import * as shapes from "./section-shapes";
import { ShapeMemo } from "./shape-memo";

const section = (id: string, left: number) => ({
  id, name: id, priceMultiplierBps: 10_000,
  rows: ["A", "B"].map((label, row) => ({ label, seats: Array.from({ length: 4 }, (_, i) => ({ label: `${i + 1}`, x: left + i * 10, y: row * 10, flags: 0 })) })),
});

it("shapes anew what was touched and its neighbours, and nothing else; the model is the same as without it", () => {
  // Two side by side, one far away.
  let draft: PlanDraft = { sections: [section("a", 0), section("b", 55), section("c", 500)], decorations: [] };
  const memo = new ShapeMemo();
  editorModel(draft, memo);
  const shaped = vi.spyOn(shapes, "sectionShape");
  const namesShaped = () => shaped.mock.calls.splice(0).map(([, { name }]) => name);
  const step = (ordinal: number, dx: number) => {
    draft = mapSeats(draft, new Set([ordinal]), (seat) => ({ ...seat, x: seat.x + dx }));
    const model = editorModel(draft, memo);
    const names = namesShaped();
    expect(model).toEqual(editorModel(draft));
    shaped.mockClear();
    return names;
  };
  expect(step(0, -3)).toEqual(["a", "b"]);
  expect(step(16, 2)).toEqual(["c"]);
  // Far out: a section that becomes a neighbour, and one that is none any more.
  expect(step(8, 420)).toEqual(["a", "b", "c"]);
  expect(step(8, -420)).toEqual(["a", "b", "c"]);
  editorModel({ ...draft, decorations: [{ kind: "stage", x: 0, y: -40, width: 40, height: 10 }] }, memo);
  expect(namesShaped()).toEqual([]);
});
