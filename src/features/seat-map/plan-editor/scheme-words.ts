import type { RowNames, SeatNumbers, SeatOrder } from "~/domain/seating/editor/numbering";

export const rowWords: Record<RowNames, string> = {
  "letters-but-io": "Letters, no I or O",
  letters: "Letters A to Z",
  numbers: "Numbers",
};

export const orderWords: Record<SeatOrder, string> = {
  "left-to-right": "Left to right",
  "right-to-left": "Right to left",
  "from-middle": "From the middle",
};

export const countWords: Record<SeatNumbers, string> = { all: "1, 2, 3", odd: "Odd only", even: "Even only" };
