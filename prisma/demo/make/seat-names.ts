import type { CurrentPlan } from "../../../src/server/services/venues/current-plan";

export type SeatName = { section: number; row: string; seat: string };

const known = new WeakMap<CurrentPlan, SeatName[]>();

/** Section (by position), row and seat of each ordinal of a plan. */
export function seatNamesOf(plan: CurrentPlan): SeatName[] {
  const found = known.get(plan);
  if (found) return found;
  const names = plan.content.sections.flatMap(({ rows }, section) =>
    rows.flatMap((row) => row.seats.map((seat) => ({ section, row: row.label, seat: seat.label }))),
  );
  known.set(plan, names);
  return names;
}
