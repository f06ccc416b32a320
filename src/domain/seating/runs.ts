/** Ordinals as runs: [first, how many]. A section that is one category is one of them. */
export type Run = [from: number, count: number];

/** @param ordinals ascending, each once */
export function toRuns(ordinals: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const ordinal of ordinals) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === ordinal) last[1] += 1;
    else runs.push([ordinal, 1]);
  }
  return runs;
}

/** The ordinals again, ascending. */
export function fromRuns(runs: readonly Run[]): number[] {
  return runs.flatMap(([from, count]) => Array.from({ length: count }, (_, i) => from + i));
}
