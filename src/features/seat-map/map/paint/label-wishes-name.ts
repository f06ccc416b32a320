import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Box } from "../model/box";
import type { MapRow, MapSection } from "../model/seat-model";
import type { Detail } from "./detail";
import { labelAt, type Label, type LabelWish, type Measure } from "./label-layout";
import { readable } from "./label-wishes-decoration";
import { tagOf } from "./plate-layout";
import type { Scene } from "./scene";

/** Names of sections beyond their last row, else before their first, else beside them; else what is short of them. */
export function* nameWishes(
  scene: Scene,
  detail: Detail,
  seen: (box: Box) => boolean,
  measure: Measure,
): Generator<LabelWish> {
  const full = Math.min(15, 9 + detail.pitch * 0.3);
  for (const section of scene.model.sections) {
    if (section.standing || section.end === section.start || !seen(section.box)) continue;
    yield ways(scene, section, full, measure);
  }
}

function* ways(scene: Scene, section: MapSection, full: number, measure: Measure): Generator<Label> {
  const tag = tagOf(section.name);
  const whole = within(scene, section.box);
  const texts = tag !== null && tag !== section.name ? [section.name, tag] : [section.name];
  for (const text of texts) {
    for (const size of full > 11 ? [full, 11, 10] : [full, 10]) {
      for (const at of places(scene, section, size)) {
        const label = labelAt({ kind: "name", text, size, weight: 600, spacing: 0 }, at, measure);
        if (!whole || !cutOff(scene, label)) yield label;
      }
    }
  }
}

/** Whether a section is in sight as a whole: then so is its name. */
function within({ camera: { k, x, y }, viewport }: Scene, { left, right, top, bottom }: Box): boolean {
  return left * k + x >= 0 && right * k + x <= viewport.width && top * k + y >= 0 && bottom * k + y <= viewport.height;
}

function cutOff({ viewport }: Scene, { box }: Label): boolean {
  const [cos, sin] = [Math.abs(Math.cos(box.angle)), Math.abs(Math.sin(box.angle))];
  const [halfX, halfY] = [box.halfWidth * cos + box.halfHeight * sin, box.halfWidth * sin + box.halfHeight * cos];
  return box.x < halfX || box.x > viewport.width - halfX || box.y < halfY || box.y > viewport.height - halfY;
}

/** Points and angles round a section, the best first. */
function* places(scene: Scene, section: MapSection, size: number) {
  const { model } = scene;
  const [front, back] = [model.rows[section.rowStart]!, model.rows[section.rowEnd - 1]!];
  for (const share of [0.5, 0.25, 0.75]) {
    yield* beyond(scene, back, front, share, size);
    yield* beyond(scene, front, back, share, size);
  }
  const middle = model.rows[(section.rowStart + section.rowEnd - 1) >> 1]!;
  for (const [end, other] of [
    [middle.start, middle.end - 1],
    [middle.end - 1, middle.start],
  ] as const) {
    if (end === other) continue;
    const [dx, dy] = unit(model.xs[end]! - model.xs[other]!, model.ys[end]! - model.ys[other]!);
    // Letters of rows stand next to the seats: a name keeps clear of them.
    for (const seats of [1.9, 0.75]) {
      const at = outward(scene, { x: model.xs[end]!, y: model.ys[end]! }, dx, dy, seats, size);
      yield { ...at, angle: readable(Math.atan2(dy, dx) + Math.PI / 2) };
    }
  }
}

/** Along a row's outer side, away from the section's other end. */
function* beyond(scene: Scene, row: MapRow, from: MapRow, share: number, size: number) {
  const { xs, ys } = scene.model;
  const at = row.start + Math.round((row.end - 1 - row.start) * share);
  const [before, after] = [Math.max(row.start, at - 2), Math.min(row.end - 1, at + 2)];
  const point = { x: (xs[before]! + xs[after]!) / 2, y: (ys[before]! + ys[after]!) / 2 };
  if (share === 0.5) {
    const [a, b] = [(row.start + row.end - 1) >> 1, (row.start + row.end) >> 1];
    Object.assign(point, { x: (xs[a]! + xs[b]!) / 2, y: (ys[a]! + ys[b]!) / 2 });
  }
  let [nx, ny] = after > before ? unit(ys[before]! - ys[after]!, xs[after]! - xs[before]!) : [0, 1];
  const other = (from.start + from.end - 1) >> 1;
  const away = (point.x - xs[other]!) * nx + (point.y - ys[other]!) * ny;
  // A single row has its name behind it, on the side away from the stage: downward.
  if (row === from ? ny < 0 : away < 0) [nx, ny] = [-nx, -ny];
  for (const seats of [0.8, 0.5]) {
    yield { ...outward(scene, point, nx, ny, seats, size), angle: readable(Math.atan2(ny, nx) - Math.PI / 2) };
  }
}

/** A point of the screen `seats` seat widths and half a line away from a point of the plan. */
function outward({ camera }: Scene, from: { x: number; y: number }, dx: number, dy: number, seats: number, size: number) {
  const away = seats * SEAT_PITCH * camera.k + size * 0.6;
  return { x: from.x * camera.k + camera.x + dx * away, y: from.y * camera.k + camera.y + dy * away };
}

function unit(dx: number, dy: number): [number, number] {
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}
