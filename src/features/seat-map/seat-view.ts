import type { QuoteLine } from "~/domain/pricing";
import { priceOfSeat } from "~/domain/seating/seat-layout";
import type { SeatStatus } from "~/domain/seating/seat-state";
import type { Availability } from "./availability";
import { inPlanOrder, type LayoutSeat, type SeatIndex } from "./seat-index";
import type { SeatState } from "./seat-state";

const others: Record<SeatStatus, SeatState> = {
  AVAILABLE: "available",
  HELD: "held",
  BOOKED: "sold",
  BLOCKED: "blocked",
};

/** How each seat stands for this buyer: their own first, then what the last answer said of everyone's. */
export function seatView(facts: {
  availability: Availability | null;
  held: readonly string[];
  chosen: readonly string[];
  freed: readonly string[];
}): (seat: LayoutSeat) => SeatState {
  const [held, chosen, freed] = [new Set(facts.held), new Set(facts.chosen), new Set(facts.freed)];
  return (seat) => {
    if (held.has(seat.id)) return "mine";
    if (chosen.has(seat.id)) return "chosen";
    const status = facts.availability?.statusOf(seat) ?? "AVAILABLE";
    return status === "HELD" && freed.has(seat.id) ? "available" : others[status];
  };
}

/** The seats as lines of a quote, in the plan's order; prices in paise before tax. */
export function quoteLinesOf(index: SeatIndex, seatIds: readonly string[]): QuoteLine[] {
  return inPlanOrder(index, seatIds).map(({ seat, row, section }) => ({
    seatId: seat.id,
    sectionId: section.id,
    section: section.name,
    row: row.label,
    seat: seat.label,
    pricePaise: priceOfSeat(section, seat),
  }));
}
