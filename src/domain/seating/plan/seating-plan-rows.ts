import { seatFlags } from "../flags";
import { seatName } from "../seat-name";
import {
  SEAT_PITCH,
  type PlanRow,
  type PlanSeat,
  type SectionLayout,
  type SectionSpec,
} from "./seating-plan";
import { rowLabelAt, seatsInRow, STANDING_ROW } from "./seating-plan-labels";

type Point = { x: number; y: number };

/** People stand closer than they sit. */
const STANDING_PITCH = SEAT_PITCH * 0.6;

/** Rows and seats of one section, turned and put where its layout says; without a place, round (0, 0). */
export function sectionRows(spec: SectionSpec): PlanRow[] {
  if (spec.layout.rows) return structuredClone(spec.layout.rows);
  const turn = turned(spec.layout);
  return spec.layout.standing ? [standingRow(spec, turn)] : seatedRows(spec, turn);
}

function seatedRows(spec: SectionSpec, turn: (point: Point) => Point): PlanRow[] {
  const { layout } = spec;
  const missing = new Set(layout.missing);
  const flagsOf = flagReader(layout);
  const place = spec.layout.shape === "curved" ? onArcs(spec) : onLines(spec);
  const mirror = layout.seatOrder === "right-to-left" ? -1 : 1;
  const rows: PlanRow[] = [];
  for (let index = 0; index < spec.rowCount; index++) {
    const label = rowLabelAt(spec, index);
    const count = seatsInRow(spec, index);
    const middle = slotOf(count, layout.aisles) / 2;
    const seats: PlanSeat[] = [];
    for (let number = 1; number <= count; number++) {
      const name = seatName(label, String(number));
      if (missing.has(name)) continue;
      const along = mirror * (slotOf(number, layout.aisles) - middle) * SEAT_PITCH;
      seats.push({ label: String(number), ...turn(place(along, index)), flags: flagsOf(name) });
    }
    if (seats.length > 0) rows.push({ label, seats });
  }
  return rows;
}

function standingRow(spec: SectionSpec, turn: (point: Point) => Point): PlanRow {
  const seats: PlanSeat[] = [];
  for (let index = 0; index < spec.rowCount * spec.seatsPerRow; index++) {
    const column = (index % spec.seatsPerRow) - (spec.seatsPerRow - 1) / 2;
    const point = { x: column * STANDING_PITCH, y: Math.floor(index / spec.seatsPerRow) * STANDING_PITCH };
    seats.push({ label: String(index + 1), ...turn(point), flags: seatFlags.standing });
  }
  return { label: STANDING_ROW, seats };
}

/** How many seat widths seat `number` lies from seat 1, gangways counted. */
function slotOf(number: number, aisles: readonly number[] = []): number {
  return number - 1 + aisles.filter((after) => after > 0 && after < number).length;
}

/** How far a row lies behind the front row. */
function depthOf(spec: SectionSpec, rowIndex: number): number {
  return rowIndex * (spec.layout.rowSpacing ?? SEAT_PITCH);
}

function onLines(spec: SectionSpec): (along: number, rowIndex: number) => Point {
  return (along, rowIndex) => ({ x: along, y: depthOf(spec, rowIndex) });
}

/** Rows on circles round a point on the stage's side of the front row. */
function onArcs(spec: SectionSpec): (along: number, rowIndex: number) => Point {
  const front = frontRadius(spec);
  return (along, rowIndex) => {
    const radius = front + depthOf(spec, rowIndex);
    const angle = along / radius;
    return { x: radius * Math.sin(angle), y: radius * Math.cos(angle) - front };
  };
}

/** The radius asked for, or one that bends gently; never so small that a row would run into its own end. */
function frontRadius(spec: SectionSpec): number {
  let least = SEAT_PITCH;
  for (let index = 0; index < spec.rowCount; index++) {
    const slots = slotOf(seatsInRow(spec, index), spec.layout.aisles) + 1;
    least = Math.max(least, (slots * SEAT_PITCH) / (2 * Math.PI) - depthOf(spec, index));
  }
  return Math.max(least, spec.layout.radius ?? spec.seatsPerRow * SEAT_PITCH);
}

function turned(layout: SectionLayout): (point: Point) => Point {
  const angle = ((layout.rotation ?? 0) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const { x: left = 0, y: top = 0 } = layout;
  return ({ x, y }) => ({ x: left + x * cos - y * sin, y: top + x * sin + y * cos });
}

function flagReader(layout: SectionLayout): (name: string) => number {
  const named = [
    [new Set(layout.accessible), seatFlags.accessible],
    [new Set(layout.companion), seatFlags.companion],
    [new Set(layout.restrictedView), seatFlags.restrictedView],
  ] as const;
  return (name) => named.reduce((flags, [names, bit]) => (names.has(name) ? flags | bit : flags), 0);
}
