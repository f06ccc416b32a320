import { capHeight, lettering, widthOf, type Cut } from "./lettering";

/** How a title is set. `block` scales each line to the full width, as wood type was. */
export type Setting = "block" | "flush" | "sentence";
type Line = { text: string; size: number };
/** Lines with their sizes; `height` runs from the top of the first capitals to the foot of the last line. */
export type TitleBlock = { lines: Line[]; height: number; cut: Cut; gap: number };

/** All ways to break `words` into `count` lines, best first by how even the lines are: the one with the narrowest widest line. */
export function balance(words: string[], count: number, cut: Cut): string[] {
  const width = (from: number, to: number) => widthOf(words.slice(from, to).join(" "), cut);
  const best: { widest: number; breaks: number[] }[][] = Array.from({ length: count + 1 }, () => []);
  best[0]![0] = { widest: 0, breaks: [] };
  for (let k = 1; k <= count; k++) {
    for (let end = k; end <= words.length; end++) {
      for (let start = k - 1; start < end; start++) {
        const before = best[k - 1]![start];
        if (!before) continue;
        const widest = Math.max(before.widest, width(start, end));
        const known = best[k]![end];
        if (!known || widest < known.widest) best[k]![end] = { widest, breaks: [...before.breaks, end] };
      }
    }
  }
  const breaks = best[count]![words.length]?.breaks ?? [words.length];
  return breaks.map((end, i) => words.slice(breaks[i - 1] ?? 0, end).join(" "));
}

/** The largest setting of a title inside `width` x `height` px. */
export function setTitle(
  title: string,
  setting: Setting,
  width: number,
  height: number,
  largest: number,
): TitleBlock {
  const cut: Cut = setting === "sentence" ? "normal" : "condensed";
  const words = (setting === "sentence" ? title : title.toLocaleUpperCase("en")).split(/\s+/).filter(Boolean);
  // In em of the line below: the space between a baseline and the next capitals.
  const gap = setting === "sentence" ? 0.27 : 0.11;
  const candidates = Array.from({ length: Math.min(words.length, 6) }, (_, i) => {
    const texts = balance(words, i + 1, cut);
    const fitted = texts.map((text) => Math.min(largest, width / widthOf(text, cut)));
    const even = Math.min(...fitted);
    const sizes =
      setting === "block" ? fitted.map((size) => Math.min(size, even * 2.4)) : fitted.map(() => even);
    const tall = heightOf(sizes, gap);
    const shrink = Math.min(1, height / tall);
    const lines = texts.map((text, j) => ({ text, size: sizes[j]! * shrink }));
    const area = lines.reduce((sum, { text, size }) => sum + widthOf(text, cut) * size * size, 0);
    return { lines, area, height: tall * shrink };
  });
  const [first, ...rest] = candidates;
  if (!first) return { lines: [], height: 0, cut, gap };
  const best = rest.reduce((a, b) => (b.area > a.area ? b : a), first);
  const last = best.lines.at(-1);
  const descent = last && /[gjpqyQ,;]/.test(last.text) ? 0.19 * last.size : 0;
  return { lines: best.lines, height: best.height + descent, cut, gap };
}

function heightOf(sizes: number[], gap: number): number {
  return sizes.reduce((sum, size, i) => sum + size * (capHeight + (i === 0 ? 0 : gap)), 0);
}

/** Draws a set title with its capitals' top left at (x, y). */
export function drawTitle(block: TitleBlock, x: number, y: number, fill: string): string {
  let baseline = y;
  return block.lines
    .map(({ text, size }, i) => {
      baseline += size * (capHeight + (i === 0 ? 0 : block.gap));
      return lettering(text, block.cut, x, baseline, size, fill);
    })
    .join("");
}
