import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Point } from "./box";
import { convexHull, inflate, insidePolygon, signedArea, simplify } from "./polygon";

type Run = { start: number; end: number };

/** How far a section's shape reaches beyond the middles of its outer seats. */
const AIR = SEAT_PITCH * 0.8;

/**
 * The shape of a section, corners x, y, x, y, ...: along the front row, up the row ends, back along the last row.
 * Rows that do not lie one behind the other (an imported plan) get their convex hull instead.
 */
export function sectionOutline(xs: Float32Array, ys: Float32Array, rows: readonly Run[]): Float32Array {
  const [front, back] = [rows[0], rows[rows.length - 1]];
  if (!front || !back) return new Float32Array(0);
  const at = (i: number): Point => ({ x: xs[i]!, y: ys[i]! });
  if (rows.length > 2) {
    const walk = followRows(rows, at);
    const traced = flat(inflate(signedArea(walk) < 0 ? walk.reverse() : walk, AIR));
    if (holdsAll(traced, xs, ys, rows)) return traced;
  }
  const corners: Point[] = [];
  for (const { start, end } of rows) {
    for (let i = start; i < end; i += 1) {
      const { x, y } = at(i);
      for (const [dx, dy] of AROUND) corners.push({ x: x + dx * AIR, y: y + dy * AIR });
    }
  }
  return flat(convexHull(corners));
}

const AROUND = [
  [1, 0.41],
  [0.41, 1],
  [-0.41, 1],
  [-1, 0.41],
  [-1, -0.41],
  [-0.41, -1],
  [0.41, -1],
  [1, -0.41],
] as const;

function followRows(rows: readonly Run[], at: (i: number) => Point): Point[] {
  const [front, back] = [rows[0]!, rows[rows.length - 1]!];
  const run = ({ start, end }: Run) => Array.from({ length: end - start }, (_, i) => at(start + i));
  // Row ends of uneven rows zigzag by a seat: a looser line reads better than teeth.
  const sides = SEAT_PITCH * 0.75;
  const right = simplify(
    rows.map((row) => at(row.end - 1)),
    sides,
  );
  const left = simplify(
    rows.map((row) => at(row.start)),
    sides,
  );
  const edge = (points: Point[]) => simplify(points, SEAT_PITCH * 0.025);
  const walk = [
    ...edge(run(front)),
    ...right.slice(1),
    ...edge(run(back).reverse()).slice(1),
    ...left.reverse().slice(1, -1),
  ];
  return walk.filter((p, i) => i === 0 || Math.hypot(p.x - walk[i - 1]!.x, p.y - walk[i - 1]!.y) > 0.01);
}

/** Ends and middle of every row: what falls outside a wrong trace is out there. */
function holdsAll(outline: Float32Array, xs: Float32Array, ys: Float32Array, rows: readonly Run[]): boolean {
  const inside = (i: number) => insidePolygon(outline, xs[i]!, ys[i]!);
  return rows.every(({ start, end }) => inside(start) && inside((start + end) >> 1) && inside(end - 1));
}

function flat(points: readonly Point[]): Float32Array {
  const out = new Float32Array(points.length * 2);
  for (const [i, { x, y }] of points.entries()) {
    out[2 * i] = x;
    out[2 * i + 1] = y;
  }
  return out;
}
