import { allIn } from "~/domain/tax";
import { seatFlags } from "~/domain/seating/plan/seating-plan";
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

/** What is special about a seat, in words. */
export function flagWords(flags: number): string[] {
  return [
    flags & seatFlags.accessible ? "wheelchair space" : "",
    flags & seatFlags.companion ? "companion seat" : "",
    flags & seatFlags.restrictedView ? "restricted view" : "",
    flags & seatFlags.standing ? "standing" : "",
  ].filter(Boolean);
}

/** "Row C seat 12, 1,500 rupees, available": a seat as a screen reader says it, with its all-in price. */
export function seatLabel({ seat, row, section }: SeatPlace, state: SeatState): string {
  const price = state === "sold" || state === "blocked" ? [] : [spokenRupees(allIn(section.pricePaise))];
  return [`Row ${row.label} seat ${seat.label}`, ...price, ...flagWords(seat.flags), stateWords[state]].join(
    ", ",
  );
}
