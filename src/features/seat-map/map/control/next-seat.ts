export type Direction = "left" | "right" | "up" | "down";

const steps = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** The nearest seat in a direction as the eye sees it, whichever row or section it is in; -1 at the edge. */
export function nextSeat(
  xs: Float32Array,
  ys: Float32Array,
  from: number,
  direction: Direction,
  accept: (seat: number) => boolean,
): number {
  const [stepX, stepY] = steps[direction];
  const [x, y] = [xs[from]!, ys[from]!];
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < xs.length; i += 1) {
    const along = (xs[i]! - x) * stepX + (ys[i]! - y) * stepY;
    if (along < 0.5) continue;
    const across = Math.abs((xs[i]! - x) * stepY) + Math.abs((ys[i]! - y) * stepX);
    // Within 45 degrees and a little: a seat far to the side is not what an arrow means.
    if (across > along * 1.2) continue;
    const cost = along + across * 2;
    if (cost < least && accept(i)) [best, least] = [i, cost];
  }
  return best;
}
