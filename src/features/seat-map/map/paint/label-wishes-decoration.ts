import type { Decoration } from "~/domain/seating/plan/seating-plan";
import type { Box } from "../model/box";
import { decorationBox } from "../model/decoration-box";
import { labelAt, type Label, type LabelWish, type Measure } from "./label-layout";
import type { Scene } from "./scene";

/** Smaller than this (CSS pixels) nobody reads it. */
const LEAST = 7.5;
/** Between the letters of what is written in capitals. */
const WIDE = 0.14;

/** Names of stages, screens, bars: inside what they name, as large as it lets them. */
export function* shapeWishes(scene: Scene, seen: (box: Box) => boolean, measure: Measure): Generator<LabelWish> {
  for (const item of scene.model.decorations) {
    if (item.kind !== "text" && item.label && seen(decorationBox(item)))
      yield shapeWays(item, item.label, scene, measure);
  }
}

/** Texts of the plan, where they were put or a line from there. */
export function* textWishes(scene: Scene, seen: (box: Box) => boolean, measure: Measure): Generator<LabelWish> {
  for (const item of scene.model.decorations) {
    if (item.kind === "text" && seen(decorationBox(item))) yield textWays(item, scene, measure);
  }
}

function* textWays(
  item: Extract<Decoration, { kind: "text" }>,
  { camera: { k, x, y } }: Scene,
  measure: Measure,
): Generator<Label> {
  for (const share of [1, 0.85, 0.7]) {
    const size = item.size * k * share;
    if (size < 7) return;
    // Its own place first, then a line below or above.
    for (const lines of [0, 0.6, -0.6, 1.2, -1.2]) {
      const at = { x: item.x * k + x, y: item.y * k + y + lines * size };
      yield labelAt({ kind: "decoration", text: item.text, size, weight: 600, spacing: 0 }, at, measure);
    }
  }
}

function* shapeWays(
  item: Exclude<Decoration, { kind: "text" }>,
  label: string,
  { camera: { k, x, y } }: Scene,
  measure: Measure,
): Generator<Label> {
  const text = label.toUpperCase();
  const [width, height] = [item.width * k, item.height * k];
  const turn = ((item.rotation ?? 0) * Math.PI) / 180;
  const upright = height > width * 2;
  const [along, across] = upright ? [height, width] : [width, height];
  // A screen's name stands in its light, below the band; a pitch has its own lines in the middle.
  const below = item.kind === "screen" ? 16 : item.kind === "pitch" ? height * 0.22 : 0;
  const middle = { x: (item.x + item.width / 2) * k + x, y: (item.y + item.height / 2) * k + y };
  const at = (down: number) => ({
    x: middle.x - Math.sin(turn) * down,
    y: middle.y + Math.cos(turn) * down,
    angle: readable(upright ? turn - Math.PI / 2 : turn),
  });
  for (let size = Math.min(15, Math.max(9, across * 0.3)); size >= LEAST; size -= 0.75) {
    const one = labelAt({ kind: "decoration", text, size, weight: 600, spacing: WIDE }, at(below), measure);
    if (2 * one.box.halfWidth > along - 2) continue;
    if (item.kind !== "screen" && 2 * one.box.halfHeight > across) continue;
    yield one;
    // The front rows may stand in a screen's light: then above its band.
    if (item.kind === "screen")
      yield labelAt({ kind: "decoration", text, size, weight: 600, spacing: WIDE }, at(-12 - size / 2), measure);
  }
}

/** Never upside down. */
export function readable(angle: number): number {
  return Math.cos(angle) < -0.01 ? angle + Math.PI : angle;
}
