import type { PlanSection, SeatingPlanContent } from "./seating-plan";

/** A section's name on a small picture of a plan: its middle and its size, plan units. */
export type PictureName = { text: string; x: number; y: number; size: number };

/** Width of a letter over its height, of the interface's type at its widest. */
const LETTER = 0.62;
const LINE = 1.15;

/**
 * Where sections' names stand on a picture of the whole plan: in their sections' middles, large sections first, none
 * over another or over what a stage or a bar is called. A name that finds no room is left out or cut to its number.
 */
export function pictureNames({ size, sections, decorations }: SeatingPlanContent): PictureName[] {
  const full = Math.max(10, Math.min(size.width, size.height) / 28);
  const placed: PictureName[] = decorations.flatMap((item) => {
    if (item.kind === "text") return [{ text: item.text, x: item.x, y: item.y, size: item.size }];
    const middle = { x: item.x + item.width / 2, y: item.y + item.height / 2 };
    return item.label ? [{ text: item.label, ...middle, size: labelSize(item, item.label) }] : [];
  });
  const drawn = placed.length;
  const bySize = [...sections].filter(({ rows }) => rows.length > 0).sort((a, b) => seatsOf(b) - seatsOf(a));
  for (const section of bySize) {
    const middle = middleOf(section);
    const number = /[A-Z]{0,2}\d+[A-Z]?$/.exec(section.name)?.[0];
    const ways = [
      { text: section.name, size: full },
      { text: section.name, size: full * 0.75 },
      ...(number ? [{ text: number, size: full * 0.85 }] : []),
    ];
    const free = ways.map((way) => ({ ...way, ...middle })).find((way) => !placed.some((other) => meet(way, other)));
    if (free) placed.push(free);
  }
  return placed.slice(drawn);
}

/** The size that a stage's name has in it, plan units. */
export function labelSize({ width, height }: { width: number; height: number }, label: string): number {
  return Math.min(height * 0.5, width / 6, (width * 0.9) / (label.length * LETTER));
}

function seatsOf({ rows }: PlanSection): number {
  return rows.reduce((sum, row) => sum + row.seats.length, 0);
}

/** The middle of the middle row, which is inside however strongly the section bends. */
function middleOf({ rows }: PlanSection): { x: number; y: number } {
  const { seats } = rows[rows.length >> 1]!;
  if (rows.length > 1) return { x: seats[seats.length >> 1]!.x, y: seats[seats.length >> 1]!.y };
  // One row may be a whole standing area.
  const [xs, ys] = [seats.map((seat) => seat.x), seats.map((seat) => seat.y)];
  const middle = (all: number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  return { x: middle(xs), y: middle(ys) };
}

function meet(a: PictureName, b: PictureName): boolean {
  const half = ({ text, size }: PictureName) => (text.length * size * LETTER) / 2;
  return Math.abs(a.x - b.x) < half(a) + half(b) && Math.abs(a.y - b.y) < ((a.size + b.size) * LINE) / 2;
}
