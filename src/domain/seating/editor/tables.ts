import { AppError } from "~/domain/errors";
import { SEAT_PITCH, type PlanSeat, type PlanSection } from "../plan/seating-plan";
import { tenth } from "./draft";

/** Tables as their form says them: each is a row, whose seats run round it. */
export type Tables = {
  name: string;
  tables: number;
  /** Side by side, before the next line of tables begins. */
  perLine: number;
  seatsPerTable: number;
  shape: "round" | "rectangular";
  /** What a table is called before its number: "T" gives T1, T2. */
  prefix: string;
  priceMultiplierBps: number;
};

const MOST_SEATS = 20_000;
/** Room between people of two tables, plan units. */
const AISLE = SEAT_PITCH * 1.8;
/** From shoulder to shoulder round a table. */
const ELBOWS = SEAT_PITCH * 1.15;
/** From one long side of a table to the other, from seat to seat. */
const ACROSS = SEAT_PITCH * 2.2;

/**
 * A section of tables, the middle of whose front line is (x, y). Round ones are numbered clockwise from the stage's side;
 * at rectangular ones people sit at both long sides, the front one first.
 * @throws AppError INVALID_INPUT where there is no seat or too many
 */
export function tableSection(tables: Tables, { id, x, y }: { id: string; x: number; y: number }): PlanSection {
  const { name, seatsPerTable, priceMultiplierBps } = tables;
  if (!(tables.tables >= 1 && seatsPerTable >= 1 && tables.perLine >= 1) || tables.tables * seatsPerTable > MOST_SEATS)
    throw new AppError("INVALID_INPUT", "Tables have from one to 20,000 seats together.", { field: "tables" });
  const seats = tables.shape === "round" ? round(seatsPerTable) : rectangular(seatsPerTable);
  const [wide, deep] = [span(seats.map((seat) => seat.x)), span(seats.map((seat) => seat.y))];
  const columns = Math.min(tables.perLine, tables.tables);
  const rows = Array.from({ length: tables.tables }, (_, at) => {
    const [column, line] = [at % columns, Math.floor(at / columns)];
    const middle = { x: x + (column - (columns - 1) / 2) * (wide + AISLE), y: y + deep / 2 + line * (deep + AISLE) };
    return {
      label: `${tables.prefix.trim()}${at + 1}`,
      seats: seats.map((seat, i): PlanSeat => ({ label: String(i + 1), x: tenth(middle.x + seat.x), y: tenth(middle.y + seat.y), flags: 0 })),
    };
  });
  return { id, name, priceMultiplierBps, rows };
}

type Point = { x: number; y: number };

function round(count: number): Point[] {
  const radius = Math.max(SEAT_PITCH * 1.2, count > 1 ? ELBOWS / (2 * Math.sin(Math.PI / count)) : 0);
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2;
    return { x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius };
  });
}

function rectangular(count: number): Point[] {
  const front = Math.ceil(count / 2);
  const side = (seats: number, y: number) => Array.from({ length: seats }, (_, i) => ({ x: (i - (seats - 1) / 2) * ELBOWS, y }));
  return [...side(front, -ACROSS / 2), ...side(count - front, ACROSS / 2)];
}

/** From the first to the last, a seat's width included. */
function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values) + SEAT_PITCH;
}
