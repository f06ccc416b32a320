import { orphansOf } from "~/domain/seating/orphan-rule";
import { indexPlan, type PlanIndex } from "~/domain/seating/plan-index";
import type { SeatLayout } from "~/domain/seating/seat-layout";
import { listOf } from "~/lib/words";
import type { Availability } from "./availability";
import { seatName, type SeatIndex } from "./seat-index";

const plans = new WeakMap<SeatLayout, PlanIndex>();

/** Which seats touch, worked out when it is first asked for. */
function planOf(layout: SeatLayout): PlanIndex {
  let plan = plans.get(layout);
  if (!plan) {
    const sections = layout.sections.map((section) => ({ ...section, priceMultiplierBps: 0 }));
    plans.set(layout, (plan = indexPlan({ ...layout, name: "", sections })));
  }
  return plan;
}

/**
 * "C4 would be left alone.": what the choice `mine` strands; empty where nobody's seat is, or where no other choice of
 * that size in the section would do better.
 */
export function orphanWords(index: SeatIndex, availability: Availability, mine: readonly string[]): string {
  const places = mine.flatMap((id) => index.byId.get(id) ?? []);
  const own = places.map(({ seat }) => seat.ordinal);
  const isFree = (ordinal: number) =>
    own.includes(ordinal) || availability.statusOf({ ordinal }) === "AVAILABLE";
  const stranded = new Set(orphansOf(planOf(index.layout), own, isFree));
  const names = places.flatMap(({ row }) =>
    row.seats.filter((seat) => stranded.delete(seat.ordinal)).map((seat) => seatName({ row, seat })),
  );
  return names.length === 0 ? "" : `${listOf(names)} would be left alone.`;
}
