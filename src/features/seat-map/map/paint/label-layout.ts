import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Box } from "../model/box";
import { overlaps } from "../model/box";
import type { Detail } from "./detail";
import { shapeWishes, textWishes } from "./label-wishes-decoration";
import { nameWishes } from "./label-wishes-name";
import { rowWishes } from "./label-wishes-row";
import { visibleBox, type Scene } from "./scene";
import { meet, onSeats, type TextBox } from "./text-box";

export type LabelKind = "decoration" | "name" | "row";

/** A text as it is painted: in its box's middle, in a font of `size` CSS pixels. */
export type Label = {
  kind: LabelKind;
  text: string;
  size: number;
  weight: 500 | 600;
  /** Of the size, between letters. */
  spacing: number;
  box: TextBox;
};

/** A label that wants to be: the first of its ways that is free is taken. */
export type LabelWish = Iterable<Label>;

/** Width of a text in CSS pixels, in the interface's type. */
export type Measure = (text: string, size: number, weight: 500 | 600) => number;

/** Seats' discs, and a hair of air round them. */
const SEAT_REACH = SEAT_PITCH * 0.42;
/** What is just outside the view keeps its place: labels do not jump while one pans. */
const BEYOND = 120;

/**
 * Where the plan's texts stand, so that none lies on another, on a plate or on a seat: names of stages and bars in
 * them first, then names of sections, texts of the plan, letters of rows. What finds no free place is left out: the tip and the list say it.
 */
export function layLabels(scene: Scene, detail: Detail, plates: readonly Box[], measure: Measure): Label[] {
  const placed: Label[] = [];
  const taken: TextBox[] = plates.map(boxOf);
  const radius = SEAT_REACH * scene.camera.k;
  const free = ({ box }: Label) =>
    !taken.some((other) => meet(other, box)) &&
    !onSeats(box, scene.model, scene.model.grid, scene.camera, radius);
  const place = (ways: LabelWish) => {
    for (const way of ways) {
      if (!free(way)) continue;
      placed.push(way);
      taken.push(way.box);
      return;
    }
  };
  const sight = visibleBox(scene.camera, scene.viewport);
  const air = BEYOND / scene.camera.k;
  const near = { left: sight.left - air, right: sight.right + air, top: sight.top - air, bottom: sight.bottom + air };
  const seen = (box: Box) => overlaps(box, near);

  for (const wish of shapeWishes(scene, seen, measure)) place(wish);
  if (detail.sectionNames > 0) for (const wish of nameWishes(scene, detail, seen, measure)) place(wish);
  for (const wish of textWishes(scene, seen, measure)) place(wish);
  if (detail.rowLabels > 0) for (const wish of rowWishes(scene, detail, seen, measure)) place(wish);
  return placed;
}

/** An upright box of the screen as a text's. */
export function boxOf({ left, top, right, bottom }: Box): TextBox {
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    halfWidth: (right - left) / 2,
    halfHeight: (bottom - top) / 2,
    angle: 0,
  };
}

/** A text's height over its size, from the top of its capitals to the foot of its descenders. */
const LINE = 1.1;

/** A label round a point of the screen. */
export function labelAt(
  given: Omit<Label, "box">,
  at: { x: number; y: number; angle?: number },
  measure: Measure,
): Label {
  const { text, size, weight, spacing } = given;
  const width = measure(text, size, weight) + spacing * size * text.length;
  return {
    ...given,
    box: { x: at.x, y: at.y, halfWidth: width / 2 + 1, halfHeight: (size * LINE) / 2, angle: at.angle ?? 0 },
  };
}
