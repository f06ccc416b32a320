import { quote } from "~/domain/pricing";
import { countOf, listOf, spokenRupees } from "~/lib/words";
import type { Availability } from "./availability";
import { freeNeighbours } from "./free-neighbours";
import { inPlanOrder, seatName, type SeatIndex, type SeatPlace } from "./seat-index";
import { stateWords, type SeatState } from "./seat-state";
import { quoteLinesOf } from "./seat-view";

/** "2 seats, 3,540 rupees.": how many there are now and what they cost all-in. */
export function tally(index: SeatIndex, seatIds: readonly string[]): string {
  if (seatIds.length === 0) return "No seats chosen.";
  const { totalPaise } = quote(quoteLinesOf(index, seatIds), null, index.layout.sections[0]?.taxBps);
  return `${countOf(seatIds.length, "seat")}, ${spokenRupees(totalPaise)}.`;
}

/** "C12 is sold. C13 is free.": why a seat can't be had, and what can, beside it. */
export function takenWords(
  index: SeatIndex,
  availability: Availability | null,
  { place, state, mine }: { place: SeatPlace; state: SeatState; mine: readonly string[] },
): string {
  const near = availability ? freeNeighbours(place, availability, { count: 2, except: new Set(mine) }) : [];
  const names = inPlanOrder(index, near.map(({ seat }) => seat.id)).map(seatName);
  const offer = names.length > 0 ? ` ${listOf(names)} ${names.length === 1 ? "is" : "are"} free.` : "";
  return `${seatName(place)} is ${stateWords[state]}.${offer}`;
}
