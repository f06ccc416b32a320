import type { RouterOutputs } from "~/trpc/react";

type News = NonNullable<RouterOutputs["event"]["planNews"]>;
export type Kind = keyof News["counts"];

/** How each kind is drawn and called: by shape too, so that colours are not needed. */
export const kinds: readonly { kind: Kind; word: string; color: string; width: number; square?: boolean }[] = [
  { kind: "same", word: "As they are", color: "var(--line-strong)", width: 6 },
  { kind: "added", word: "Added", color: "var(--tier-2)", width: 8 },
  { kind: "moved", word: "Moved", color: "var(--tier-1)", width: 8, square: true },
  { kind: "renamed", word: "Other names", color: "var(--tier-3)", width: 9, square: true },
  { kind: "gone", word: "Gone", color: "var(--danger)", width: 4 },
];

/** A plan's seats by what becomes of them; a path a kind, so that 50,000 are light. */
export function DifferencePicture({ news }: { news: News }) {
  const { left, top, width, height } = frameOf(news);
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label="The seats by what becomes of them" className="max-h-80 w-full">
      {kinds.map(({ kind, color, width, square }) => (
        <path key={kind} d={dots(news.points[kind])} stroke={color} strokeWidth={width} strokeLinecap={square ? "square" : "round"} fill="none" />
      ))}
    </svg>
  );
}

function dots({ xs, ys }: News["points"][Kind]): string {
  return xs.map((x, i) => `M${x} ${ys[i]}h.01`).join("");
}

const AIR = 15;

function frameOf({ points, size }: News) {
  const all = Object.values(points);
  const reach = (lists: number[][], most: number) => lists.flat().reduce(([low, high], at) => [Math.min(low!, at), Math.max(high!, at)], [0, most]) as [number, number];
  const [left, right] = reach(all.map(({ xs }) => xs), size.width);
  const [top, bottom] = reach(all.map(({ ys }) => ys), size.height);
  return { left: left - AIR, top: top - AIR, width: right - left + 2 * AIR, height: bottom - top + 2 * AIR };
}
