import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Point } from "./box";
import { convexHull, inflate, insidePolygon, offsetLine, signedArea, simplify } from "./polygon";

type Run = { start: number; end: number };

/** How far a section's shape reaches beyond the middles of its outer seats, where nobody else's are near. */
const AIR = SEAT_PITCH * 0.8;
/** Seats of a row further apart than this have a gangway, or another section, between them. */
const APART = SEAT_PITCH * 2.2;

/** What a section is among. */
export type Neighbours = {
  /** From the section's outer seats to the nearest of another section, plan units. */
  distance: number;
  /** Whether a shape lies on a seat of another section. */
  onOthers: (ring: Float32Array) => boolean;
  /** Places of a standing area are in no rows. */
  standing: boolean;
};

/**
 * The shape of a section, rings of corners x, y, x, y, ...: along the front row, up the row ends, back along the last
 * row. Rows that do not lie one behind the other get their convex hull; where either would lie on another section's
 * seats, each row, or each part of one, has a ring of its own.
 */
export function sectionRings(
  xs: Float32Array,
  ys: Float32Array,
  rows: readonly Run[],
  { distance, onOthers, standing }: Neighbours,
): Float32Array[] {
  const at = (i: number): Point => ({ x: xs[i]!, y: ys[i]! });
  if (rows.length === 0) return [];
  // Half way to the neighbour: two shapes meet and no more.
  const air = Math.max(1, Math.min(AIR, distance / 2));
  if (standing) return [hullOf(rows, at, air)];
  if (rows.length === 1) {
    const ring = alongRow(rows[0]!, at, air);
    if (holdsAll([ring], xs, ys, rows) && !onOthers(ring)) return [ring];
  } else {
    // Row ends of uneven rows zigzag by a seat: a looser line reads better than teeth, where there is room for it.
    for (const sides of [SEAT_PITCH * 0.75, SEAT_PITCH * 0.05]) {
      const walk = followRows(rows, at, sides);
      const ring = flat(inflate(signedArea(walk) < 0 ? walk.reverse() : walk, air));
      if (holdsAll([ring], xs, ys, rows) && !onOthers(ring)) return [ring];
    }
  }
  const hull = hullOf(rows, at, air);
  if (!onOthers(hull)) return [hull];
  return rows.flatMap((row) => partsOf(row, at)).map((part) => alongRow(part, at, air));
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

function hullOf(rows: readonly Run[], at: (i: number) => Point, air: number): Float32Array {
  const corners: Point[] = [];
  for (const { start, end } of rows) {
    for (let i = start; i < end; i += 1) {
      const { x, y } = at(i);
      for (const [dx, dy] of AROUND) corners.push({ x: x + dx * air, y: y + dy * air });
    }
  }
  return flat(convexHull(corners));
}

function followRows(rows: readonly Run[], at: (i: number) => Point, sides: number): Point[] {
  const [front, back] = [rows[0]!, rows[rows.length - 1]!];
  const right = simplify(
    rows.map((row) => at(row.end - 1)),
    sides,
  );
  const left = simplify(
    rows.map((row) => at(row.start)),
    sides,
  );
  const walk = [
    ...edge(front, at),
    ...right.slice(1),
    ...edge(back, at).reverse().slice(1),
    ...left.reverse().slice(1, -1),
  ];
  return walk.filter((p, i) => i === 0 || Math.hypot(p.x - walk[i - 1]!.x, p.y - walk[i - 1]!.y) > 0.01);
}

/** A row's line, with no more corners than it needs. */
function edge({ start, end }: Run, at: (i: number) => Point): Point[] {
  return simplify(
    Array.from({ length: end - start }, (_, i) => at(start + i)),
    SEAT_PITCH * 0.025,
  );
}

/** A band round one row, as it bends. */
function alongRow(row: Run, at: (i: number) => Point, air: number): Float32Array {
  const line = edge(row, at);
  if (line.length === 1 || turnsBack(line)) return hullOf([row], at, air);
  return flat(offsetLine(line, air));
}

/** A row of tables, say, whose seats go to and fro. */
function turnsBack(line: readonly Point[]): boolean {
  return line.some((point, i) => {
    const [a, b] = [line[i - 1], line[i + 1]];
    return a && b && (point.x - a.x) * (b.x - point.x) + (point.y - a.y) * (b.y - point.y) < 0;
  });
}

function partsOf({ start, end }: Run, at: (i: number) => Point): Run[] {
  const parts: Run[] = [];
  let from = start;
  for (let i = start + 1; i <= end; i += 1) {
    if (i < end && Math.hypot(at(i).x - at(i - 1).x, at(i).y - at(i - 1).y) <= APART) continue;
    parts.push({ start: from, end: i });
    from = i;
  }
  return parts;
}

/** Ends and middle of every row: what falls outside a wrong trace is out there. */
function holdsAll(rings: Float32Array[], xs: Float32Array, ys: Float32Array, rows: readonly Run[]): boolean {
  const inside = (i: number) => rings.some((ring) => insidePolygon(ring, xs[i]!, ys[i]!));
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
