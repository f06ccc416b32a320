import { indexPlan, type PlanIndex } from "~/domain/seating/plan-index";
import type { SeatLayout } from "~/domain/seating/seat-layout";

const plans = new WeakMap<SeatLayout, PlanIndex>();

/** Which seats touch, worked out when it is first asked for. */
export function planOf(layout: SeatLayout): PlanIndex {
  const plan = plans.get(layout) ?? indexPlan(layout);
  plans.set(layout, plan);
  return plan;
}
