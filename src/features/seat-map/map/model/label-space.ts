/** Where a section's name goes, and how much room (plan units) there is round that point. */
export type LabelSpace = { x: number; y: number; width: number; height: number };

/** The middle seat of the middle row: inside however strongly the section bends. */
export function labelSpace(
  xs: Float32Array,
  ys: Float32Array,
  rows: readonly { start: number; end: number }[],
  outline: Float32Array,
): LabelSpace {
  const middle = rows[rows.length >> 1];
  if (!middle) return { x: 0, y: 0, width: 0, height: 0 };
  const single = rows.length === 1;
  const { x, y } = single ? meanOf(xs, ys, middle) : seatAt(xs, ys, (middle.start + middle.end - 1) >> 1);
  const across = clearance(outline, x, y, 0);
  const down = clearance(outline, x, y, 1);
  return { x, y, width: 2 * across, height: 2 * down };
}

function seatAt(xs: Float32Array, ys: Float32Array, i: number) {
  return { x: xs[i]!, y: ys[i]! };
}

function meanOf(xs: Float32Array, ys: Float32Array, { start, end }: { start: number; end: number }) {
  let [x, y] = [0, 0];
  for (let i = start; i < end; i += 1) {
    x += xs[i]!;
    y += ys[i]!;
  }
  return { x: x / (end - start), y: y / (end - start) };
}

/** Distance to the nearer wall along the x axis (0) or the y axis (1). */
function clearance(outline: Float32Array, x: number, y: number, axis: 0 | 1): number {
  let [before, after] = [Infinity, Infinity];
  const n = outline.length;
  const [along, across] = axis === 0 ? [x, y] : [y, x];
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const [a1, a2] = [outline[i + axis]!, outline[j + axis]!];
    const [c1, c2] = [outline[i + 1 - axis]!, outline[j + 1 - axis]!];
    if (c1 > across === c2 > across) continue;
    const hit = ((a2 - a1) * (across - c1)) / (c2 - c1) + a1;
    if (hit < along) before = Math.min(before, along - hit);
    else after = Math.min(after, hit - along);
  }
  const nearest = Math.min(before, after);
  return Number.isFinite(nearest) ? nearest : 0;
}
