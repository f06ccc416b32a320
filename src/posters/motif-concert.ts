import type { Motif } from "./motif";
import { circle, ring, ringPiece, times } from "./shapes";

/** Arcs whose width doubles as they leave the centre, each begun at another angle. */
const crescendo: Motif = ({ x, y, w, h }, { large, sharp }, { between, whole, pick }) => {
  const size = Math.min(w, h);
  const [cx, cy] = [x + w * between(0.3, 0.55), y + h * between(0.42, 0.62)];
  const widths = [0.012, 0.018, 0.028, 0.044, 0.07, 0.11, 0.17];
  let radius = size * 0.075;
  const accent = whole(2, 5);
  const arcs = widths.map((share, i) => {
    const width = size * share;
    const from = pick([0, 45, 90, 135, 180, 225, 270, 315]) + whole(0, 3) * 11.25;
    const sweep = pick([90, 135, 180, 202.5, 247.5]);
    const arc = ringPiece(cx, cy, radius, radius + width, from, from + sweep, i === accent ? sharp : large);
    radius += width + size * 0.022;
    return arc;
  });
  return arcs.join("") + circle(cx, cy, size * 0.045, sharp);
};

/** Rings from a corner, like a sound that fills the hall. */
const fromTheCorner: Motif = ({ x, y, w, h }, { large, sharp }, { whole, pick, between }) => {
  const right = pick([0, 1]);
  const low = pick([0, 1]);
  const [cx, cy] = [x + w * right, y + h * low];
  const reach = Math.hypot(w, h) * between(0.86, 1);
  const rings = whole(7, 10);
  const accent = whole(2, rings - 3);
  const step = reach / (rings + 0.5);
  return (
    times(rings, (i) =>
      ring(cx, cy, step * (i + 1), step * (0.62 - i * 0.035), i === accent ? sharp : large),
    ) + circle(cx, cy, step * 0.55, sharp)
  );
};

/** A record cut in halves that have slipped against each other. */
const slippedRecord: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, whole }) => {
  const cy = y + h / 2;
  const outer = Math.min(w * 0.46, h * 0.47);
  const slip = outer * between(0.22, 0.42);
  const grooves = whole(5, 7);
  const half = (cx: number, from: number) =>
    ringPiece(cx, cy, 0.1, outer, from, from + 180, large) +
    times(grooves, (i) => {
      const r = outer * (0.4 + (0.54 * i) / grooves);
      return ringPiece(cx, cy, r, r + outer * 0.022, from, from + 180, ground);
    }) +
    ringPiece(cx, cy, 0.1, outer * 0.3, from, from + 180, sharp) +
    ringPiece(cx, cy, 0.1, outer * 0.05, from, from + 180, ground);
  return half(x + w / 2 - slip / 2, 180) + half(x + w / 2 + slip / 2, 0);
};

/** Tiles of quarter rings, turned by chance: a keyboard of echoes. */
const echoes: Motif = ({ x, y, w, h }, { large, sharp }, { whole, pick, chance }) => {
  const columns = whole(3, 4);
  const tile = w / columns;
  const rows = Math.ceil(h / tile);
  return times(columns * rows, (i) => {
    const [left, top] = [x + (i % columns) * tile, y + h - (Math.floor(i / columns) + 1) * tile];
    const corner = pick([0, 1, 2, 3]);
    const [cx, cy] = [left + (corner === 1 || corner === 2 ? tile : 0), top + (corner >= 2 ? tile : 0)];
    const from = [0, 90, 180, 270][corner]!;
    const ink = chance(0.24) ? sharp : large;
    if (chance(0.16)) return ringPiece(cx, cy, 0.1, tile * 0.94, from, from + 90, ink);
    return times(4, (k) =>
      ringPiece(cx, cy, tile * (0.1 + k * 0.23), tile * (0.22 + k * 0.24), from, from + 90, ink),
    );
  });
};

export const concert: readonly [Motif, ...Motif[]] = [crescendo, fromTheCorner, slippedRecord, echoes];
