import type { FileDecoration, FilePlan, PlanChoices, ReadPlan } from "./plan-file";
import { mostOfAPlan } from "./plan-file";
import { sectionsNamed, shortened, toldApart, type NamedSeat } from "./plan-names";
import { halfCovered, spread, unitOf, unstack } from "./plan-places";
import { refuse } from "./pretix-read";
import { SEAT_PITCH, type Decoration, type PlanSection, type SeatingPlanContent } from "./seating-plan";

/** Free space round the drawing. */
const MARGIN = 3 * SEAT_PITCH;

/**
 * A seating plan from what a file says: every seat of it, each told from all others, in plan units; what is odd about
 * it as warnings. Section ids are the sections' names; whoever stores the plan gives real ones.
 * @throws AppError INVALID_INPUT (`plan`: no seat, too many), PLAN_CONFLICT (two seats that a ticket names alike)
 */
export function planOfFile(file: FilePlan, choices: PlanChoices = {}): ReadPlan {
  const warnings = [...file.warnings];
  if (file.seats.length === 0) refuse("", "There is no seat in this plan.");
  if (file.seats.length > mostOfAPlan.seats) refuse("", "A plan may have 1,20,000 seats at most.");
  const seats = toldApart(shortened(sectionsNamed(file.seats), warnings), choices.sameName, warnings);
  const decorations = structuredClone(file.decorations.slice(0, mostOfAPlan.decorations));

  scale(seats, decorations, SEAT_PITCH / (file.unit ?? unitOf(seats)));
  if (choices.overlap !== "keep") spread(seats, decorations, warnings);
  unstack(seats, warnings);
  halfCovered(seats, warnings);

  const sections = sectionsOf(seats, file.priceMultiplierBps);
  if (sections.length > mostOfAPlan.sections) refuse("", `A plan may have ${mostOfAPlan.sections} sections at most.`);
  const priced = new Set(sections.map(({ name }) => name).filter((name) => file.priceMultiplierBps?.has(name)));
  return { content: framed(file.name, sections, decorations.map(({ item }) => item), warnings), warnings, priced };
}

function scale(seats: NamedSeat[], decorations: FileDecoration[], factor: number): void {
  for (const seat of seats) {
    seat.x *= factor;
    seat.y *= factor;
  }
  for (const { item } of decorations) {
    item.x *= factor;
    item.y *= factor;
    if (item.kind === "text") item.size *= factor;
    else {
      item.width *= factor;
      item.height *= factor;
    }
    if (item.kind === "area") item.outline = item.outline?.map(({ x, y }) => ({ x: tenth(x * factor), y: tenth(y * factor) }));
    if (item.kind === "area" && !item.outline) delete item.outline;
  }
}

/** Halves of one row, wherever in a section they stand, are one row: their numbers differ, that was seen to. */
function sectionsOf(seats: readonly NamedSeat[], prices: FilePlan["priceMultiplierBps"]): PlanSection[] {
  const sections = new Map<string, PlanSection>();
  const rows = new Map<string, PlanSection["rows"][number]>();
  for (const { section: name, category, row: label, seat, x, y, flags } of seats) {
    const section: PlanSection = sections.get(name) ?? {
      id: name, name, priceMultiplierBps: prices?.get(name) ?? prices?.get(category) ?? 10_000, rows: [],
    };
    sections.set(name, section);
    const key = JSON.stringify([name, label]);
    let row = rows.get(key);
    if (!row) {
      rows.set(key, (row = { label, seats: [] }));
      section.rows.push(row);
    }
    row.seats.push({ label: seat, x, y, flags });
  }
  return [...sections.values()];
}

/** Moved into its frame and rounded to a tenth of a unit; the warnings' points with it. */
function framed(name: string, sections: PlanSection[], decorations: Decoration[], warnings: ReadPlan["warnings"]): SeatingPlanContent {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const widen = (x: number, y: number) => {
    [box.left, box.right] = [Math.min(box.left, x), Math.max(box.right, x)];
    [box.top, box.bottom] = [Math.min(box.top, y), Math.max(box.bottom, y)];
  };
  const seats = sections.flatMap((section) => section.rows.flatMap((row) => row.seats));
  for (const { x, y } of seats) widen(x, y);
  for (const item of decorations) {
    widen(item.x, item.y);
    if (item.kind !== "text") widen(item.x + item.width, item.y + item.height);
  }
  const settle = (point: { x: number; y: number }) => {
    point.x = tenth(point.x - box.left + MARGIN);
    point.y = tenth(point.y - box.top + MARGIN);
  };
  seats.forEach(settle);
  for (const item of decorations) {
    settle(item);
    if (item.kind === "text") item.size = tenth(item.size);
    else [item.width, item.height] = [tenth(item.width), tenth(item.height)];
  }
  for (const warning of warnings) warning.points?.forEach(settle);
  const size = { width: tenth(box.right - box.left) + 2 * MARGIN, height: tenth(box.bottom - box.top) + 2 * MARGIN };
  return { name, size, sections, decorations };
}

function tenth(length: number): number {
  // + 0: no negative zero.
  return Math.round(length * 10) / 10 + 0;
}
