import type { Motif } from "./motif";
import { circle, line, polygon, rect, ringPiece, slice, times, type Point } from "./shapes";

/** Points on a grid and the paths between them; a few have much to say. */
const network: Motif = ({ x, y, w, h }, { large, sharp }, { chance, whole }) => {
  const columns = whole(5, 6);
  const step = w / columns;
  const rows = Math.floor(h / step);
  const top = y + (h - (rows - 1) * step) / 2;
  const at = (c: number, r: number): Point => [x + step * (c + 0.5), top + r * step];
  let links = "";
  let nodes = "";
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (c + 1 < columns && chance(0.5)) links += line(at(c, r), at(c + 1, r), step * 0.09, large);
      if (r + 1 < rows && chance(0.5)) links += line(at(c, r), at(c, r + 1), step * 0.09, large);
      if (c + 1 < columns && r + 1 < rows && chance(0.22))
        links += line(at(c, r), at(c + 1, r + 1), step * 0.09, large);
      const [cx, cy] = at(c, r);
      const loud = chance(0.13);
      nodes += circle(cx, cy, step * (loud ? 0.4 : 0.17), loud ? sharp : large);
    }
  }
  return links + nodes;
};

/** Cubes in the old tiling of three rhombs. */
const cubes: Motif = ({ x, y, w, h }, { large, sharp, ground }, { whole, chance }) => {
  const columns = whole(3, 4);
  const half = w / columns / 2;
  const side = half / Math.cos(Math.PI / 6);
  const rows = Math.ceil(h / (side * 1.5)) + 1;
  return times((columns + 1) * rows, (i) => {
    const r = Math.floor(i / (columns + 1));
    const cx = x + (i % (columns + 1)) * half * 2 + (r % 2 ? half : 0);
    const cy = y + r * side * 1.5;
    if (chance(0.12)) return "";
    const up: Point = [cx, cy - side];
    const down: Point = [cx, cy + side];
    const [nw, ne, sw, se]: Point[] = [
      [cx - half, cy - side / 2],
      [cx + half, cy - side / 2],
      [cx - half, cy + side / 2],
      [cx + half, cy + side / 2],
    ];
    const lit = chance(0.3);
    return (
      polygon([up, ne!, [cx, cy], nw!], lit ? sharp : ground) +
      polygon([nw!, [cx, cy], down, sw!], large) +
      polygon([ne!, se!, down, [cx, cy]], lit ? ground : sharp)
    );
  });
};

/** Squares, quarters and discs, as a beginners' course would cut them. */
const blocks: Motif = ({ x, y, w, h }, { large, sharp, ground }, { whole, pick, chance }) => {
  const columns = whole(3, 4);
  const tile = w / columns;
  const rows = Math.ceil(h / tile);
  return times(columns * rows, (i) => {
    const [left, top] = [x + (i % columns) * tile, y + h - (Math.floor(i / columns) + 1) * tile];
    const ink = pick([large, large, sharp]);
    const other = ink === large ? sharp : large;
    const kind = whole(0, 6);
    if (kind === 0)
      return (
        rect(left - 0.3, top - 0.3, tile + 0.6, tile + 0.6, ink) +
        circle(left + tile / 2, top + tile / 2, tile * 0.3, chance(0.5) ? ground : other)
      );
    if (kind === 1) return slice(left, top, tile, 0, 90, ink);
    if (kind === 2) return slice(left + tile, top + tile, tile, 180, 270, ink);
    if (kind === 3)
      return polygon(
        [
          [left, top],
          [left + tile, top],
          [left, top + tile],
        ],
        ink,
      );
    if (kind === 4) return circle(left + tile / 2, top + tile / 2, tile / 2, ink);
    if (kind === 5)
      return (
        ringPiece(left, top + tile, tile * 0.5, tile, -90, 0, ink) +
        slice(left, top + tile, tile * 0.25, -90, 0, other)
      );
    return times(4, (k) => rect(left, top + (k * tile) / 4, tile, tile / 8, ink));
  });
};

/** A dot for each idea, growing towards the one that stays. */
const halftone: Motif = ({ x, y, w, h }, { large, sharp }, { between, whole }) => {
  const columns = whole(9, 11);
  const step = w / columns;
  const rows = Math.ceil(h / step);
  const [fx, fy] = [between(0.2, 0.8) * w, between(0.25, 0.75) * h];
  const reach = Math.hypot(w, h) * 0.62;
  return times(columns * rows, (i) => {
    const [dx, dy] = [((i % columns) + 0.5) * step, (Math.floor(i / columns) + 0.5) * step];
    const distance = Math.hypot(dx - fx, dy - fy) / reach;
    const r = step * Math.max(0.05, 0.56 * (1 - distance));
    return circle(x + dx, y + dy, r, distance < 0.2 ? sharp : large);
  });
};

export const conference: readonly [Motif, ...Motif[]] = [network, cubes, blocks, halftone];
