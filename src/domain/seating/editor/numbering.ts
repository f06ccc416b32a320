import type { PlanSeat } from "../plan/seating-plan";

/** How rows are called. "letters-but-io": A to Z without I and O, which are read as 1 and 0. */
export type RowNames = "letters" | "letters-but-io" | "numbers";
/** Where a row's numbers begin, as the audience sees it from the stage's side of the drawing. */
export type SeatOrder = "left-to-right" | "right-to-left" | "from-middle";
export type SeatNumbers = "all" | "odd" | "even";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The name of the `index`-th row, 0 being the first; `first` is where they begin: 3 is C, or 3. */
export function rowNameAt(names: RowNames, index: number, first = 1): string {
  const number = first + index;
  if (names === "numbers") return String(number);
  const letters = names === "letters" ? ALPHABET : ALPHABET.replace(/[IO]/g, "");
  let [label, left] = ["", number];
  while (left > 0) {
    left -= 1;
    label = letters[left % letters.length]! + label;
    left = Math.floor(left / letters.length);
  }
  return label;
}

/**
 * The labels of a row of `count` seats from left to right. From the middle: odd numbers grow to the left, even ones to
 * the right, as in theatres whose aisle divides them.
 */
export function seatLabels(count: number, order: SeatOrder, numbers: SeatNumbers = "all", first = 1): string[] {
  if (order === "from-middle") {
    const left = Math.ceil(count / 2);
    return Array.from({ length: count }, (_, i) => String(i < left ? 2 * (left - 1 - i) + 1 : 2 * (i - left + 1)));
  }
  const start = numbers === "odd" ? (first % 2 === 1 ? first : first + 1) : numbers === "even" ? first + (first % 2) : first;
  const step = numbers === "all" ? 1 : 2;
  const labels = Array.from({ length: count }, (_, i) => String(start + i * step));
  return order === "left-to-right" ? labels : labels.reverse();
}

/** Whether a row's seats are kept from right to left of the drawing; upright rows run from the top. */
export function runsLeftward(seats: readonly PlanSeat[]): boolean {
  const [first, last] = [seats[0], seats.at(-1)];
  if (!first || !last) return false;
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  return Math.abs(dx) >= Math.abs(dy) * 0.2 ? dx < 0 : dy < 0;
}
