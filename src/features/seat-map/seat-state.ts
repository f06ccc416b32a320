import { allIn } from "~/domain/tax";
import { flagsIn } from "~/domain/seating/flags";
import { priceOfSeat } from "~/domain/seating/seat-layout";
import { spokenRupees } from "~/lib/words";
import type { SeatPlace } from "./seat-index";

/**
 * A seat as this buyer sees it. `chosen` is theirs on this page only; `mine` is held for them by the server;
 * `held` and `sold` are other people's.
 */
export type SeatState = "available" | "chosen" | "mine" | "held" | "sold" | "blocked";

export const stateWords: Record<SeatState, string> = {
  available: "available",
  chosen: "chosen",
  mine: "held for you",
  held: "held by someone else",
  sold: "sold",
  blocked: "not for sale",
};

/** Whether pressing such a seat does something. */
export function isActionable(state: SeatState): boolean {
  return state === "available" || state === "chosen" || state === "mine";
}

/** "Row C seat 12, 1,500 rupees, available": a seat as a screen reader says it, with its all-in price. */
export function seatLabel({ seat, row, section }: SeatPlace, state: SeatState): string {
  const price = state === "sold" || state === "blocked" ? [] : [spokenRupees(allIn(priceOfSeat(section, seat), section.taxBps))];
  const special = flagsIn(seat.flags).map(({ word }) => word);
  return [`Row ${row.label} seat ${seat.label}`, ...price, ...special, stateWords[state]].join(", ");
}
