import type { PlanDraft } from "~/domain/seating/editor/draft";
import type { Decoration } from "~/domain/seating/plan/seating-plan";
import { decorationBox } from "../map/model/decoration-box";
import { buildSeatModel, type MapSection, type SeatModel } from "../map/model/seat-model";
import type { ShapeMemo } from "../map/model/shape-memo";

/** Room round what is drawn, plan units: something new may go there. */
const ROOM = 60;

/**
 * A draft as the map's engine draws it; sections of one price share a colour, as they will for buyers. `memo`: of the
 * steps before, so that an edit costs what it touches.
 */
export function editorModel(draft: PlanDraft, memo?: ShapeMemo): SeatModel {
  const sections = draft.sections.map(({ id, name, priceMultiplierBps, rows }) => ({ id, name, pricePaise: priceMultiplierBps, rows }));
  const model = buildSeatModel({ planHash: "draft", decorations: draft.decorations, sections }, memo);
  const { box } = model;
  return { ...model, box: { left: box.left - ROOM, right: box.right + ROOM, top: box.top - ROOM, bottom: box.bottom + ROOM } };
}

/** "1.5 times, 120 seats": what a plate says while a plan is drawn. */
export function plateLine({ pricePaise: bps, start, end }: MapSection): string {
  return `×${bps / 10_000} · ${(end - start).toLocaleString("en-IN")}`;
}

/** The drawn thing at a point of the plan, the last drawn first; -1 where there is none. */
export function decorationAt(decorations: readonly Decoration[], x: number, y: number): number {
  return decorations.findLastIndex((item) => {
    const { left, right, top, bottom } = decorationBox(item);
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

/** Seats whose middles lie in a box of the plan. */
export function seatsWithin({ xs, ys, count }: SeatModel, a: { x: number; y: number }, b: { x: number; y: number }): number[] {
  const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) {
    if (xs[i]! >= left && xs[i]! <= right && ys[i]! >= top && ys[i]! <= bottom) found.push(i);
  }
  return found;
}
