export type Box = { left: number; top: number; right: number; bottom: number };
export type Point = { x: number; y: number };

/** A box that holds nothing yet. */
export function emptyBox(): Box {
  return { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
}

/** Widens a box, in place, so that it holds a point and `reach` round it. */
export function include(box: Box, x: number, y: number, reach = 0): void {
  if (x - reach < box.left) box.left = x - reach;
  if (y - reach < box.top) box.top = y - reach;
  if (x + reach > box.right) box.right = x + reach;
  if (y + reach > box.bottom) box.bottom = y + reach;
}

/** Widens a box, in place, so that it holds another. */
export function includeBox(box: Box, other: Box): void {
  include(box, other.left, other.top);
  include(box, other.right, other.bottom);
}

/** Whether two boxes share a point. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
