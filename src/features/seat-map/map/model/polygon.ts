import type { Point } from "./box";

/** Twice the signed area: positive where the corners run clockwise on a screen (y down). */
export function signedArea(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < points.length; i += 1) {
    const [a, b] = [points[i]!, points[(i + 1) % points.length]!];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

/** Whether a point lies inside a polygon of corners x, y, x, y, ... (even-odd rule). */
export function insidePolygon(outline: Float32Array, x: number, y: number): boolean {
  let inside = false;
  const n = outline.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const yi = outline[i + 1]!;
    const yj = outline[j + 1]!;
    if (yi > y === yj > y) continue;
    const xi = outline[i]!;
    if (x < ((outline[j]! - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** The convex hull, clockwise on a screen (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0)
        chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Moves every edge of a clockwise polygon outward; corners keep a mitre of at most twice the distance. */
export function inflate(points: readonly Point[], distance: number): Point[] {
  const n = points.length;
  const normal = (a: Point, b: Point): Point => {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  };
  return points.map((point, i) => {
    const before = normal(points[(i + n - 1) % n]!, point);
    const after = normal(point, points[(i + 1) % n]!);
    const sum = { x: before.x + after.x, y: before.y + after.y };
    const square = sum.x * sum.x + sum.y * sum.y;
    // The mitre's length is distance / cos(half the angle) = 2 distance / |sum|.
    const reach = square < 1 ? distance : (2 * distance) / square;
    return { x: point.x + sum.x * reach, y: point.y + sum.y * reach };
  });
}

/** Leaves out corners nearer than `tolerance` to the line between their neighbours (Ramer, Douglas and Peucker). */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last || points.length < 3) return [...points];
  let worst = 0;
  let at = 0;
  const length = Math.hypot(last.x - first.x, last.y - first.y);
  for (let i = 1; i < points.length - 1; i += 1) {
    const p = points[i]!;
    const away =
      length === 0
        ? Math.hypot(p.x - first.x, p.y - first.y)
        : Math.abs((last.x - first.x) * (first.y - p.y) - (first.x - p.x) * (last.y - first.y)) / length;
    if (away > worst) [worst, at] = [away, i];
  }
  if (worst <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(at), tolerance),
  ];
}

/** The band within `distance` of a line, its ends squared off; clockwise on a screen or not, as the line runs. */
export function offsetLine(line: readonly Point[], distance: number): Point[] {
  const side = (sign: 1 | -1) =>
    line.map((point, i) => {
      const before = direction(line[Math.max(0, i - 1)]!, line[Math.max(1, i)]!);
      const after = direction(line[Math.min(line.length - 2, i)]!, line[Math.min(line.length - 1, i + 1)]!);
      const sum = { x: before.x + after.x, y: before.y + after.y };
      const square = Math.max(1, sum.x * sum.x + sum.y * sum.y);
      const reach = (2 * distance) / square;
      const end = i === 0 ? -distance : i === line.length - 1 ? distance : 0;
      const along = i === 0 ? after : before;
      return {
        x: point.x + sign * sum.y * reach + along.x * end,
        y: point.y - sign * sum.x * reach + along.y * end,
      };
    });
  return [...side(1), ...side(-1).reverse()];
}

function direction(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

/** Whether a disc shares a point with a polygon of corners x, y, x, y, ... */
export function touchesDisc(outline: Float32Array, x: number, y: number, radius: number): boolean {
  if (insidePolygon(outline, x, y)) return true;
  const n = outline.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const [ax, ay] = [outline[j]!, outline[j + 1]!];
    const [bx, by] = [outline[i]! - ax, outline[i + 1]! - ay];
    const share = Math.min(1, Math.max(0, ((x - ax) * bx + (y - ay) * by) / (bx * bx + by * by || 1)));
    const [dx, dy] = [ax + bx * share - x, ay + by * share - y];
    if (dx * dx + dy * dy < radius * radius) return true;
  }
  return false;
}
