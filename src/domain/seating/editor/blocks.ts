import { AppError } from "~/domain/errors";
import { seatFlags } from "../flags";
import { SEAT_PITCH, type PlanSection } from "../plan/seating-plan";
import { STANDING_ROW } from "../plan/seating-plan-labels";
import { sectionRows } from "../plan/seating-plan-rows";
import { tenth } from "./draft";
import { rowNameAt, seatLabels, type RowNames, type SeatNumbers, type SeatOrder } from "./numbering";

/** A block of rows as its form says it: a single row is a block of one. */
export type Block = {
  name: string;
  rows: number;
  seatsPerRow: number;
  shape: "straight" | "curved";
  /** Radius of a curved block's front row, plan units; left out, it bends gently. */
  radius?: number;
  /** Seats more that each row has than the one before it. */
  growth: number;
  /** After which seats of a row, counted from the left, there is a gangway. */
  aisles: readonly number[];
  rowNames: RowNames;
  firstRow: number;
  seatOrder: SeatOrder;
  seatNumbers: SeatNumbers;
  priceMultiplierBps: number;
};

type At = { id: string; x: number; y: number };

const MOST_SEATS = 20_000;

/**
 * A section of rows whose front row's middle is (x, y).
 * @throws AppError INVALID_INPUT where it has no seat or too many
 */
export function blockSection(block: Block, { id, x, y }: At): PlanSection {
  const { rows: rowCount, seatsPerRow, priceMultiplierBps } = block;
  if (!(rowCount >= 1 && seatsPerRow >= 1) || rowCount * seatsPerRow > MOST_SEATS)
    throw new AppError("INVALID_INPUT", "A block has from one to 20,000 seats.", { field: "rows" });
  const { shape, radius, growth } = block;
  const layout = { shape, growth, x, y, aisles: [...block.aisles], ...(radius !== undefined && { radius }) };
  const made = sectionRows({ id, name: block.name, rowCount, seatsPerRow, priceMultiplierBps, layout });
  const rows = made.map(({ seats }, index) => {
    const labels = seatLabels(seats.length, block.seatOrder, block.seatNumbers);
    return {
      label: rowNameAt(block.rowNames, index, block.firstRow),
      seats: seats.map((seat, i) => ({ label: labels[i]!, x: tenth(seat.x), y: tenth(seat.y), flags: 0 })),
    };
  });
  return { id, name: block.name, priceMultiplierBps, rows };
}

/** People stand closer than they sit. */
const STANDING_PITCH = SEAT_PITCH * 0.6;

/**
 * A standing area of so many places round (x, y), about twice as wide as deep.
 * @throws AppError INVALID_INPUT where it has no place or too many
 */
export function standingSection(
  { name, places, priceMultiplierBps }: { name: string; places: number; priceMultiplierBps: number },
  { id, x, y }: At,
): PlanSection {
  if (!(places >= 1) || places > MOST_SEATS)
    throw new AppError("INVALID_INPUT", "A standing area has from one to 20,000 places.", { field: "places" });
  const columns = Math.min(places, Math.ceil(Math.sqrt(places * 2)));
  const seats = Array.from({ length: places }, (_, i) => ({
    label: String(i + 1),
    x: tenth(x + ((i % columns) - (columns - 1) / 2) * STANDING_PITCH),
    y: tenth(y + Math.floor(i / columns) * STANDING_PITCH),
    flags: seatFlags.standing,
  }));
  return { id, name, priceMultiplierBps, rows: [{ label: STANDING_ROW, seats }] };
}
