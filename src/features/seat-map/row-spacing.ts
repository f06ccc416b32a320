import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { LayoutRow, LayoutSeat, LayoutSection } from "./seat-index";

/** Seat widths of empty floor before a seat: a gangway, at most three. */
export function gapBefore(seat: LayoutSeat, before: LayoutSeat | undefined): number {
  if (!before) return 0;
  const apart = Math.hypot(seat.x - before.x, seat.y - before.y) / SEAT_PITCH;
  return Math.min(3, Math.max(0, Math.round(apart) - 1));
}

/** 1: seats run to the right; -1: to the left; 0: up, down or slantwise, as in a section that is turned. */
function direction(row: LayoutRow): number {
  const [first, last] = [row.seats[0], row.seats.at(-1)];
  if (!first || !last) return 0;
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  return Math.abs(dy) > Math.abs(dx) / 4 ? 0 : Math.sign(dx);
}

/**
 * Whole seat widths by which each row of a section begins later than the row that begins first, so that seats which
 * stand behind one another do so in the list, too. Nothing where rows do not run sideways.
 */
export function rowIndents(section: LayoutSection): number[] {
  const rows = section.rows;
  const way = rows.map(direction).find((sign) => sign !== 0) ?? 0;
  if (way === 0 || rows.some((row) => row.seats.length > 1 && direction(row) !== way)) return rows.map(() => 0);
  const starts = rows.map((row) => (row.seats[0] ? row.seats[0].x * way : Number.POSITIVE_INFINITY));
  const first = Math.min(...starts);
  return starts.map((start) => (Number.isFinite(start) ? Math.round((start - first) / SEAT_PITCH) : 0));
}
