import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Box } from "../model/box";
import type { Detail } from "./detail";
import { labelAt, type Label, type LabelWish, type Measure } from "./label-layout";
import type { Scene } from "./scene";

/** Rows of more seats than this are labelled at both ends. */
const LONG_ROW = 24;

/** Letters of rows at the rows' ends; a short row has one, at whichever end is free. */
export function* rowWishes(
  scene: Scene,
  detail: Detail,
  seen: (box: Box) => boolean,
  measure: Measure,
): Generator<LabelWish> {
  const { model } = scene;
  const size = Math.min(13, detail.pitch * 0.62);
  for (const row of model.rows) {
    if (model.sections[row.section]!.standing || !seen(row.box)) continue;
    const last = row.end - 1;
    // Outside the section's shape, or between shape and seat where others stand near.
    const end = (at: number, next: number) =>
      [0.95, 0.6].map((seats) => beyond(scene, row.label, at, next, seats, { size, measure }));
    const [first, other] = [end(row.start, row.start < last ? row.start + 1 : -1), end(last, last > row.start ? last - 1 : -1)];
    if (last - row.start >= LONG_ROW) {
      yield first;
      yield other;
    } else yield [...first, ...other];
  }
}

/** Beyond `end`, on the line from its neighbour; a row of one has its label at the left. */
function beyond(
  scene: Scene,
  text: string,
  end: number,
  next: number,
  seats: number,
  { size, measure }: { size: number; measure: Measure },
): Label {
  const { model, camera } = scene;
  const [ex, ey] = [model.xs[end]!, model.ys[end]!];
  let [dx, dy] = next < 0 ? [-1, 0] : [ex - model.xs[next]!, ey - model.ys[next]!];
  const length = Math.hypot(dx, dy) || 1;
  [dx, dy] = [dx / length, dy / length];
  const label = labelAt({ kind: "row", text, size, weight: 500, spacing: 0 }, { x: 0, y: 0 }, measure);
  const { halfWidth, halfHeight } = label.box;
  const away = SEAT_PITCH * seats * camera.k + Math.abs(dx) * halfWidth + Math.abs(dy) * halfHeight;
  label.box.x = ex * camera.k + camera.x + dx * away;
  label.box.y = ey * camera.k + camera.y + dy * away;
  return label;
}
