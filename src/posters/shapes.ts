/** Where a motif may draw. Everything outside is clipped. */
export type Box = { x: number; y: number; w: number; h: number };
export type Point = readonly [number, number];

/** A number as short as the eye allows. */
export const n = (value: number) => String(Math.round(value * 10) / 10);

const points = (list: readonly Point[]) => list.map(([x, y]) => `${n(x)} ${n(y)}`).join(" ");

export const circle = (cx: number, cy: number, r: number, fill: string) =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"/>`;

export const ring = (cx: number, cy: number, r: number, width: number, stroke: string) =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"/>`;

export const rect = (x: number, y: number, w: number, h: number, fill: string, radius = 0) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${radius ? ` rx="${n(radius)}"` : ""}/>`;

export const polygon = (list: readonly Point[], fill: string) =>
  `<polygon points="${points(list)}" fill="${fill}"/>`;

export const line = (from: Point, to: Point, width: number, stroke: string) =>
  `<path d="M${points([from])}L${points([to])}" stroke="${stroke}" stroke-width="${n(width)}" fill="none"/>`;

export const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

export const stroked = (d: string, width: number, stroke: string, cap: "butt" | "round" = "butt") =>
  `<path d="${d}" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="${cap}" stroke-linejoin="round" fill="none"/>`;

/** The point at `degrees` (0 is east, clockwise) and `r` from a centre. */
export function polar(cx: number, cy: number, r: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
}

/** A piece of a ring between two radii and two angles (degrees, clockwise, less than a full turn). */
export function ringPiece(
  cx: number,
  cy: number,
  inner: number,
  outer: number,
  from: number,
  to: number,
  fill: string,
) {
  const wide = to - from > 180 ? 1 : 0;
  const [a, b, c, d] = [
    polar(cx, cy, outer, from),
    polar(cx, cy, outer, to),
    polar(cx, cy, inner, to),
    polar(cx, cy, inner, from),
  ];
  return path(
    `M${points([a])}A${n(outer)} ${n(outer)} 0 ${wide} 1 ${points([b])}L${points([c])}A${n(inner)} ${n(inner)} 0 ${wide} 0 ${points([d])}Z`,
    fill,
  );
}

/** A slice of a disc. */
export function slice(cx: number, cy: number, r: number, from: number, to: number, fill: string) {
  const wide = to - from > 180 ? 1 : 0;
  return path(
    `M${n(cx)} ${n(cy)}L${points([polar(cx, cy, r, from)])}A${n(r)} ${n(r)} 0 ${wide} 1 ${points([polar(cx, cy, r, to)])}Z`,
    fill,
  );
}

/** Turns what is drawn around a point. */
export const turned = (degrees: number, cx: number, cy: number, content: string) =>
  `<g transform="rotate(${n(degrees)} ${n(cx)} ${n(cy)})">${content}</g>`;

/** The whole numbers from 0 to `count - 1`, each through `make`, joined. */
export const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join("");
