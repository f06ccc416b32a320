/** Where a section's name goes, and how much room (plan units) there is round that point. */
export type LabelSpace = { x: number; y: number; width: number; height: number };

type Run = { start: number; end: number };

/**
 * From the middle seat of the middle row, which is inside however strongly the section bends, to the middle between
 * the walls to its left and right, and above and below.
 */
export function labelSpace(
  xs: Float32Array,
  ys: Float32Array,
  rows: readonly Run[],
  outline: Float32Array,
): LabelSpace {
  const middle = rows[rows.length >> 1];
  if (!middle) return { x: 0, y: 0, width: 0, height: 0 };
  const from =
    rows.length === 1 ? meanOf(xs, ys, middle) : seatAt(xs, ys, (middle.start + middle.end - 1) >> 1);
  let across = walls(outline, from.x, from.y, 0);
  let x = (across.before + across.after) / 2;
  const down = walls(outline, x, from.y, 1);
  const y = (down.before + down.after) / 2;
  across = walls(outline, x, y, 0);
  x = (across.before + across.after) / 2;
  return { x, y, width: across.after - across.before, height: down.after - down.before };
}

function seatAt(xs: Float32Array, ys: Float32Array, i: number) {
  return { x: xs[i]!, y: ys[i]! };
}

function meanOf(xs: Float32Array, ys: Float32Array, { start, end }: Run) {
  let [x, y] = [0, 0];
  for (let i = start; i < end; i += 1) {
    x += xs[i]!;
    y += ys[i]!;
  }
  return { x: x / (end - start), y: y / (end - start) };
}

/** The walls on either side of a point inside, along the x axis (0) or the y axis (1). */
function walls(outline: Float32Array, x: number, y: number, axis: 0 | 1): { before: number; after: number } {
  const [along, across] = axis === 0 ? [x, y] : [y, x];
  let [before, after] = [-Infinity, Infinity];
  const n = outline.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const c1 = outline[i + 1 - axis]!;
    const c2 = outline[j + 1 - axis]!;
    if (c1 > across === c2 > across) continue;
    const a1 = outline[i + axis]!;
    const a2 = outline[j + axis]!;
    const hit = ((a2 - a1) * (across - c1)) / (c2 - c1) + a1;
    if (hit < along) before = Math.max(before, hit);
    else after = Math.min(after, hit);
  }
  return {
    before: Number.isFinite(before) ? before : along,
    after: Number.isFinite(after) ? after : along,
  };
}
