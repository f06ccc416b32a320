import { seatFlags } from "./flags";
import { SEAT_PITCH, type Decoration } from "./plan/seating-plan";

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

/** What of a plan, or of an event's layout, neighbours and focus are read from. */
type Places = {
  size: { width: number; height: number };
  decorations: readonly Decoration[];
  sections: readonly { id: string; name?: string; rows: readonly { seats: readonly { x: number; y: number; flags: number }[] }[] }[];
};

/** Turns a plan into blocks of neighbouring seats; ordinals run as in the plan. Standing areas form no blocks of neighbours but one. */
export function indexPlan(plan: Places): PlanIndex {
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

function focusOf(plan: Places): { x: number; y: number } {
  const shown = plan.decorations.find((decoration) => decoration.kind !== "text");
  if (!shown) return { x: plan.size.width / 2, y: 0 };
  const middle = { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 };
  if (shown.kind !== "screen") return middle;
  // A film is seen best from behind the middle of the house, not from the row below the screen.
  const seats = plan.sections.flatMap((section) => section.rows.flatMap((row) => row.seats));
  if (seats.length === 0) return middle;
  const ys = seats.map(({ y }) => y);
  const nearest = ys.reduce((low, y) => Math.min(low, y), Infinity);
  const farthest = ys.reduce((high, y) => Math.max(high, y), -Infinity);
  const above = middle.y <= (nearest + farthest) / 2;
  const depth = SCREEN_DEPTH * (farthest - nearest);
  return { x: middle.x, y: above ? nearest + depth : farthest - depth };
}

/** How far back the best seats of a cinema are, as a share of its depth. */
const SCREEN_DEPTH = 0.65;
