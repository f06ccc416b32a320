import { seatName } from "../seat-name";
import type { SectionSpec } from "./seating-plan";

/** The row that all places of a standing area are in. */
export const STANDING_ROW = "GA";

/** Label of the `index`-th row from the front (0 is the first). */
export function rowLabelAt(spec: Pick<SectionSpec, "layout">, index: number): string {
  const number = (spec.layout.firstRow ?? 1) + index;
  return spec.layout.rowLabels === "1" ? String(number) : letters(number);
}

/** How many seats the `index`-th row would have with none missing; at least one. */
export function seatsInRow(spec: SectionSpec, index: number): number {
  return Math.max(1, Math.round(spec.seatsPerRow + (spec.layout.growth ?? 0) * index));
}

/** Seats of a section, without laying it out. */
export function sectionSeatCount(spec: SectionSpec): number {
  if (spec.layout.rows) return spec.layout.rows.reduce((sum, row) => sum + row.seats.length, 0);
  if (spec.layout.standing) return spec.rowCount * spec.seatsPerRow;
  const missing = new Set(spec.layout.missing);
  let count = 0;
  for (let index = 0; index < spec.rowCount; index++) {
    const seats = seatsInRow(spec, index);
    count += seats;
    if (missing.size === 0) continue;
    const row = rowLabelAt(spec, index);
    for (let seat = 1; seat <= seats; seat++) if (missing.has(seatName(row, String(seat)))) count--;
  }
  return count;
}

/** 1 is A, 26 is Z, 27 is AA. */
function letters(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}
