import type { Camera, Viewport } from "../paint/scene";
import type { Box } from "../model/box";

export type Insets = { top: number; right: number; bottom: number; left: number };

/** The camera that shows a box whole, in the part of the viewport that nothing covers; at most `mostK`. */
export function cameraFor(box: Box, { width, height }: Viewport, insets: Insets, mostK = Infinity): Camera {
  const [freeX, freeY] = [
    Math.max(50, width - insets.left - insets.right),
    Math.max(50, height - insets.top - insets.bottom),
  ];
  const k = Math.min(mostK, freeX / (box.right - box.left), freeY / (box.bottom - box.top));
  return cameraAt(
    (box.left + box.right) / 2,
    (box.top + box.bottom) / 2,
    k,
    { width, height, dpr: 1 },
    insets,
  );
}

/** The camera with a point of the plan in the middle of the free part of the viewport. */
export function cameraAt(
  x: number,
  y: number,
  k: number,
  { width, height }: Viewport,
  insets: Insets,
): Camera {
  const [middleX, middleY] = [
    (insets.left + width - insets.right) / 2,
    (insets.top + height - insets.bottom) / 2,
  ];
  return { k, x: middleX - x * k, y: middleY - y * k };
}

/**
 * The camera on its way from one place to another, `share` 0 to 1. The zoom grows evenly (in its logarithm) round the
 * one point that stays put on the screen, so that nothing swings past.
 */
export function cameraBetween(from: Camera, to: Camera, share: number): Camera {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const k = from.k * Math.pow(to.k / from.k, share);
  const ratio = to.k / from.k;
  const moved = Math.abs(ratio - 1) < 0.01 ? share : (k / from.k - 1) / (ratio - 1);
  return { k, x: from.x + (to.x - from.x) * moved, y: from.y + (to.y - from.y) * moved };
}

/** Slow at both ends. */
export function easeInOut(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}
