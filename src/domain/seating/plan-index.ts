import { seatFlags } from "./flags";
import { SEAT_PITCH, type SeatingPlanContent } from "./plan/seating-plan";

/** Two seats of a row further apart than this have an aisle between them. */
const NEIGHBOUR_REACH = SEAT_PITCH * 1.6;

export type IndexedSeat = { ordinal: number; x: number; y: number; flags: number };

/** Seats of one row that touch: what "together" means. */
export type Block = { section: number; row: number; seats: IndexedSeat[] };

export type PlanIndex = {
  seatCount: number;
  sections: { id: string; blocks: Block[] }[];
  /** The block and place in it of each ordinal. */
  placeOf: { block: Block; at: number }[];
  /** What everyone looks at: the stage, else the middle of the plan's top edge. */
  focus: { x: number; y: number };
};

/** Turns a plan into blocks of neighbouring seats; ordinals run as in the plan. Standing areas form no blocks of neighbours but one. */
export function indexPlan(plan: SeatingPlanContent): PlanIndex {
  const placeOf: PlanIndex["placeOf"] = [];
  let ordinal = 0;
  const sections = plan.sections.map((section, sectionAt) => {
    const blocks: Block[] = [];
    section.rows.forEach((row, rowAt) => {
      let block: Block | undefined;
      let last: IndexedSeat | undefined;
      for (const { x, y, flags } of row.seats) {
        const seat = { ordinal: ordinal++, x, y, flags };
        const apart = last && Math.hypot(x - last.x, y - last.y) > NEIGHBOUR_REACH && !(flags & seatFlags.standing);
        if (!block || apart) blocks.push((block = { section: sectionAt, row: rowAt, seats: [] }));
        placeOf[seat.ordinal] = { block, at: block.seats.length };
        block.seats.push(seat);
        last = seat;
      }
    });
    return { id: section.id, blocks };
  });
  return { seatCount: ordinal, sections, placeOf, focus: focusOf(plan) };
}

function focusOf(plan: SeatingPlanContent): { x: number; y: number } {
  const shown = plan.decorations.find((decoration) => decoration.kind !== "text");
  return shown ? { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 } : { x: plan.size.width / 2, y: 0 };
}
