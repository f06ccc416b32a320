import type { Motif } from "./motif";
import { circle, n, path, polygon, rect, stroked, times } from "./shapes";

/** A curtain just parting: folds of unequal width, their hem rising and falling, light between them. */
const parting: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, whole }) => {
  const folds = whole(5, 6);
  const gap = w * between(0.1, 0.16);
  const middle = x + w * between(0.44, 0.56);
  const side = (direction: 1 | -1) => {
    const edge = direction < 0 ? x : x + w;
    const reach = Math.abs(edge - middle) - gap / 2;
    return times(folds, (i) => {
      const near = middle + direction * (gap / 2 + (reach * i) / folds);
      const width = (direction * reach) / folds;
      const hem = y + h * (0.83 + 0.05 * Math.sin(i * 1.9) + (0.1 * i) / folds);
      const lean = direction * gap * 0.4 * (1 - i / folds);
      const cloth = path(
        `M${n(near - lean)} ${n(y)}C${n(near - lean)} ${n(y + h * 0.5)} ${n(near)} ${n(y + h * 0.6)} ${n(near)} ${n(hem)}q${n(width / 2)} ${n(w * 0.05)} ${n(width)} 0L${n(near + width)} ${n(y)}Z`,
        large,
      );
      const shade = stroked(
        `M${n(near + width * 0.72)} ${n(y)}V${n(hem + w * 0.012)}`,
        Math.abs(width) * 0.2,
        ground,
      );
      return cloth + shade;
    });
  };
  const light = polygon(
    [
      [middle - gap * 0.5, y],
      [middle + gap * 0.5, y],
      [middle + w * 0.24, y + h],
      [middle - w * 0.24, y + h],
    ],
    sharp,
  );
  return light + side(-1) + side(1);
};

/** Drapes swept to both sides: fans of lines tied at the waist. */
const swept: Motif = ({ x, y, w, h }, { large, sharp }, { between, whole }) => {
  const lines = whole(9, 11);
  const waist = y + h * between(0.5, 0.62);
  const r = Math.min(w, h) * between(0.19, 0.24);
  const fan = (edge: number, direction: 1 | -1) =>
    times(lines, (i) => {
      const t = i / (lines - 1);
      const top = edge + direction * w * 0.52 * t;
      const tie = edge + direction * w * 0.13 * t;
      const foot = edge + direction * w * 0.24 * t;
      return stroked(
        `M${n(top)} ${n(y - 4)}C${n(top)} ${n(y + h * 0.3)} ${n(tie + direction * w * 0.12 * t)} ${n(waist - h * 0.08)} ${n(tie)} ${n(waist)}S${n(foot)} ${n(y + h * 0.86)} ${n(foot)} ${n(y + h + 4)}`,
        w * 0.032,
        large,
      );
    });
  const knot = (edge: number, direction: 1 | -1) =>
    rect(direction > 0 ? edge : edge - w * 0.16, waist - h * 0.02, w * 0.16, h * 0.04, sharp);
  return (
    circle(x + w / 2, y + h * 0.56, r, sharp) + fan(x, 1) + fan(x + w, -1) + knot(x, 1) + knot(x + w, -1)
  );
};

/** Two lights crossing on an empty stage. */
const spotlights: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between }) => {
  const stage = y + h * between(0.78, 0.86);
  const centre = x + w * between(0.44, 0.56);
  const spread = Math.min(w * between(0.26, 0.32), h * 0.5);
  const lamp = w * 0.03;
  const beam = (from: number, ink: string) =>
    polygon(
      [
        [from - lamp, y - 2],
        [from + lamp, y - 2],
        [centre + spread, stage],
        [centre - spread, stage],
      ],
      ink,
    );
  const pool = `<ellipse cx="${n(centre)}" cy="${n(stage)}" rx="${n(spread)}" ry="${n(spread * 0.24)}" fill="${sharp}"/>`;
  const figure =
    circle(centre, stage - spread * 1.02, spread * 0.15, ground) +
    path(
      `M${n(centre - spread * 0.26)} ${n(stage)}L${n(centre - spread * 0.13)} ${n(stage - spread * 0.82)}h${n(spread * 0.26)}L${n(centre + spread * 0.26)} ${n(stage)}Z`,
      ground,
    );
  return (
    rect(x, stage, w, y + h - stage + 2, large) +
    beam(x + w * 0.1, large) +
    beam(x + w * 0.92, sharp) +
    pool +
    figure
  );
};

/** Behind the cloth somebody watches: a great eye among the folds. */
const eye: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, whole }) => {
  const folds = whole(9, 12);
  const step = w / folds;
  const cy = y + h * between(0.46, 0.56);
  const open = h * between(0.2, 0.26);
  const lid = (sign: 1 | -1) => `Q${n(x + w / 2)} ${n(cy - sign * open * 2)} `;
  const shape = `M${n(x - w * 0.02)} ${n(cy)}${lid(1)}${n(x + w * 1.02)} ${n(cy)}${lid(-1)}${n(x - w * 0.02)} ${n(cy)}Z`;
  const cloth = times(folds, (i) => rect(x + i * step, y, step * (i % 2 ? 0.42 : 0.66), h, large));
  const r = open * 0.92;
  return (
    cloth +
    path(shape, ground) +
    stroked(shape, w * 0.018, sharp) +
    circle(x + w / 2, cy, r, sharp) +
    circle(x + w / 2, cy, r * 0.5, large) +
    circle(x + w / 2 + r * 0.34, cy - r * 0.34, r * 0.16, ground)
  );
};

export const theater: readonly [Motif, ...Motif[]] = [parting, swept, spotlights, eye];
