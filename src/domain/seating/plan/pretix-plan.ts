import type { FilePlan, FileSeat, PlanWarning } from "./plan-file";
import { areasOf } from "./pretix-areas";
import { read, type Point } from "./pretix-read";
import { seatFlags } from "../flags";
import { SEAT_PITCH } from "./seating-plan";

/**
 * Reads a seating plan in pretix's JSON (zones -> rows -> seats, positions nested). It takes what exists: what is left
 * out, null or empty gets a name of its own and a warning; unknown keys are passed over. Whether two seats can be told
 * apart is `planOfFile`'s question.
 * Schema: pretix `seatingplan.schema.json`.
 * @throws AppError INVALID_INPUT (`plan`), naming the place, where it is no plan at all
 */
export function readPretixPlan(value: unknown): FilePlan {
  const plan = read.object(value, "The plan");
  const own = isRecord(plan.aisle) ? plan.aisle : {};
  const out: FilePlan = { name: read.text(plan.name, "The plan", "name").slice(0, 120) || "Plan", seats: [], decorations: [], warnings: [] };
  if (typeof own.unit === "number" && own.unit > 0) out.unit = own.unit;
  const { names, prices } = categoriesOf(plan.categories);
  out.priceMultiplierBps = prices;
  const odd = { unknown: new Set<string>(), unnamedRows: 0, unnumbered: 0 };
  for (const [i, entry] of read.list(plan.zones, "The plan", "zones").entries()) {
    const zone = read.object(entry, `Zone ${i + 1}`);
    const zoneName = read.text(zone.name, `Zone ${i + 1}`, "name") || `Zone ${i + 1}`;
    const place = `Zone "${zoneName}"`;
    const origin = read.position(zone.position, place);
    const rows = read.list(zone.rows, place, "rows");
    for (const seat of seatsOf(rows, { zone: i, zoneName, place, origin, odd })) {
      if (seat.category && !names.has(seat.category)) odd.unknown.add(seat.category);
      out.seats.push(seat);
    }
    for (const item of areasOf(read.list(zone.areas, place, "areas"), origin, place)) out.decorations.push({ zone: i, item });
  }
  out.warnings = warningsOf(odd);
  return out;
}

function categoriesOf(value: unknown): { names: Set<string>; prices: Map<string, number> } {
  const [names, prices] = [new Set<string>(), new Map<string, number>()];
  for (const [i, entry] of read.list(value, "The plan", "categories").entries()) {
    const category = read.object(entry, `Category ${i + 1}`);
    const name = read.text(category.name, `Category ${i + 1}`, "name");
    names.add(name);
    const { aisle } = category;
    const bps = isRecord(aisle) ? aisle.priceMultiplierBps : undefined;
    if (typeof bps === "number" && Number.isInteger(bps) && bps >= 0 && bps <= 1_000_000) prices.set(name, bps);
  }
  return { names, prices };
}

type Zone = {
  zone: number;
  zoneName: string;
  place: string;
  origin: Point;
  odd: { unnamedRows: number; unnumbered: number };
};

function seatsOf(rows: readonly unknown[], { zone, zoneName, place, origin, odd }: Zone): FileSeat[] {
  const known = rows.map((value, i) => {
    const row = read.object(value, `${place}, row ${i + 1}`);
    const number = read.text(row.row_number, `${place}, row ${i + 1}`, "row_number");
    return { row, label: labelled(row.row_label, number), rowIndex: i };
  });
  const taken = new Set(known.map(({ label }) => label));
  return known.flatMap(({ row, label: given, rowIndex }) => {
    const label = given || freeNumber(rowIndex + 1, taken);
    const entries = read.list(row.seats, `${place}, row ${rowIndex + 1}`, "seats");
    if (!given && entries.length > 0) odd.unnamedRows++;
    const where = `${place}, row "${label}"`;
    const at = read.position(row.position, where);
    const numbers = new Set(entries.map((entry) => (isRecord(entry) ? String(entry.seat_number ?? "").trim() : "")));
    return entries.map((entry, i): FileSeat => {
      const seat = read.object(entry, `${where}, seat ${i + 1}`);
      const number = read.text(seat.seat_number, `${where}, seat ${i + 1}`, "seat_number");
      if (!number) odd.unnumbered++;
      const seatLabel = labelled(seat.seat_label, number) || freeNumber(i + 1, numbers);
      const there = `${where}, seat "${seatLabel}"`;
      const position = read.position(seat.position, there, true);
      return {
        zone, zoneName, rowIndex, row: label, seat: seatLabel, place: there,
        category: read.text(seat.category, there, "category"),
        guid: read.text(seat.seat_guid, there, "seat_guid"),
        x: origin.x + at.x + position.x,
        y: origin.y + at.y + position.y,
        flags: flagsOf(seat),
      };
    });
  });
}

/** "Table %s" and 4 are "Table 4"; a label without a place for the number stands by itself. */
function labelled(label: unknown, number: string): string {
  return typeof label === "string" && label.trim() ? label.replaceAll("%s", number).trim() : number;
}

/** The number asked for, or the next that nobody has; taken from then on. */
function freeNumber(wanted: number, taken: Set<string>): string {
  let number = wanted;
  while (taken.has(String(number))) number++;
  taken.add(String(number));
  return String(number);
}

function flagsOf(seat: Record<string, unknown>): number {
  const own = isRecord(seat.aisle) && typeof seat.aisle.flags === "number" ? seat.aisle.flags : 0;
  const known = Object.values(seatFlags).reduce((all, bit) => all | bit, 0);
  return (
    (own & known) |
    (seat.wheelchair === true ? seatFlags.accessible : 0) |
    (seat.companion === true ? seatFlags.companion : 0) |
    (seat.restricted_view === true ? seatFlags.restrictedView : 0)
  );
}

function warningsOf(odd: { unknown: Set<string>; unnamedRows: number; unnumbered: number }): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  const { unnamedRows, unnumbered, unknown } = odd;
  if (unnamedRows > 0) warnings.push({ kind: "UNNAMED_ROWS", count: unnamedRows, sentence: `${unnamedRows} rows have no name in the file; they are numbered from the front.` });
  if (unnumbered > 0) warnings.push({ kind: "UNNUMBERED_SEATS", count: unnumbered, sentence: `${unnumbered} seats have no number in the file; they are numbered along their row.` });
  if (unknown.size > 0) {
    const names = [...unknown].slice(0, 5).map((name) => `"${name}"`).join(", ");
    warnings.push({ kind: "UNKNOWN_CATEGORY", count: unknown.size, sentence: `The categories ${names} are used but not listed in the file; they are taken as they are.` });
  }
  return warnings;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Pixels of one seat's width in pretix's editor: what an export is written in. */
export const PRETIX_PIXELS = 2.5 * SEAT_PITCH;
