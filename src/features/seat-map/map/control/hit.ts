import { insidePolygon } from "../model/polygon";
import type { SeatGrid } from "../model/seat-grid";
import { code } from "../model/seat-statuses";
import { detailAt } from "../paint/detail";
import type { Scene } from "../paint/scene";

export type Hit = { kind: "seat"; seat: number } | { kind: "section"; section: number } | null;

/** Reach of a finger, CSS pixels: half of a 44 px target. */
const FINGER = 22;

/** What is at a point of the screen: a seat where seats can be told apart, else the section. */
export function hitAt(scene: Scene, grid: SeatGrid, screenX: number, screenY: number, coarse: boolean): Hit {
  const { camera, model, statuses } = scene;
  const [x, y] = [(screenX - camera.x) / camera.k, (screenY - camera.y) / camera.k];
  const detail = detailAt(camera.k, model.sections.length);
  if (detail.seats) {
    const reach =
      (coarse ? Math.max(FINGER, detail.pitch * 0.5) : Math.max(7, detail.pitch * 0.5)) / camera.k;
    const seat = grid.nearest(
      x,
      y,
      reach,
      (i) => statuses[i] !== code.blocked && !model.sections[model.sectionOf[i]!]!.standing,
    );
    if (seat >= 0) return { kind: "seat", seat };
  }
  for (const { box, rings, index } of model.sections) {
    if (x < box.left - 10 || x > box.right + 10 || y < box.top - 10 || y > box.bottom + 10) continue;
    if (rings.some((ring) => insidePolygon(ring, x, y))) return { kind: "section", section: index };
  }
  return null;
}
