import { seatFlags } from "../flags";
import { areasOf } from "./pretix-areas";
import { read, refuse, type Point } from "./pretix-read";
import {
  SEAT_PITCH,
  type Decoration,
  type PlanRow,
  type PlanSection,
  type SeatingPlanContent,
} from "./seating-plan";

/** A plan may hold this many seats, rows of sections and drawn things. */
const most = { seats: 120_000, sections: 400, decorations: 40 };

type Read = { section: string; zone: string; category: string; row: PlanRow };

/**
 * Reads a seating plan in pretix's JSON (zones -> rows -> seats, positions nested): each zone and category together
 * become a section, areas become decoration. Unknown keys are passed over. Lengths come out in plan units. Section ids
 * are the sections' names; whoever stores the plan gives real ones.
 * @throws AppError INVALID_INPUT (`plan`), naming the place
 */
export function parsePretixPlan(value: unknown): SeatingPlanContent {
  const plan = read.object(value, "");
  const name = read.text(plan.name, "The plan", "name", 120);
  const categories = categoriesOf(plan.categories);
  const [rows, decorations] = [[] as Read[], [] as Decoration[]];
  const seen = { guids: new Map<string, string>(), places: new Set<string>() };
  for (const [i, value] of read.list(plan.zones, "The plan", "zones").entries()) {
    const zone = read.object(value, `Zone ${i + 1}`);
    const zoneName =
      zone.name === undefined || zone.name === ""
        ? `Zone ${i + 1}`
        : read.text(zone.name, `Zone ${i + 1}`, "name", 60);
    const place = `Zone "${zoneName}"`;
    const origin = read.position(zone.position, place);
    rows.push(
      ...rowsOf(read.list(zone.rows, place, "rows"), { zone: zoneName, place, origin, categories, seen }),
    );
    decorations.push(...areasOf(read.list(zone.areas, place, "areas"), origin, place));
  }
  if (seen.guids.size === 0) refuse("", "There is no seat in this plan.");
  if (seen.guids.size > most.seats) refuse("", "A plan may have 1,20,000 seats at most.");
  const sections = sectionsOf(rows);
  if (sections.length > most.sections) refuse("", `A plan may have ${most.sections} sections at most.`);
  return toPlanUnits({ name, sections, decorations: decorations.slice(0, most.decorations) });
}

function categoriesOf(value: unknown): Set<string> {
  const names = read.list(value, "The plan", "categories").map((entry, i) => {
    const where = `Category ${i + 1}`;
    return read.text(read.object(entry, where).name, where, "name", 60);
  });
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) refuse(`Category "${twice}"`, "it is named twice.");
  return new Set(names);
}

type Zone = {
  zone: string;
  place: string;
  origin: Point;
  categories: ReadonlySet<string>;
  seen: { guids: Map<string, string>; places: Set<string> };
};

/** One entry for each row and category: seats of one row that cost differently are in different sections. */
function rowsOf(rows: readonly unknown[], { zone, place, origin, categories, seen }: Zone): Read[] {
  return rows.flatMap((value, i) => {
    const row = read.object(value, `${place}, row ${i + 1}`);
    const label = read.text(row.row_number, `${place}, row ${i + 1}`, "row_number", 12);
    const where = `${place}, row "${label}"`;
    const at = read.position(row.position, where);
    const byCategory = new Map<string, PlanRow>();
    for (const [s, entry] of read.list(row.seats, where, "seats").entries()) {
      const seat = read.object(entry, `${where}, seat ${s + 1}`);
      const number = read.text(seat.seat_number, `${where}, seat ${s + 1}`, "seat_number", 12);
      const there = `${where}, seat "${number}"`;
      const guid = read.text(seat.seat_guid, there, "seat_guid", 200);
      const other = seen.guids.get(guid);
      if (other) refuse(there, `its seat_guid "${guid}" is also that of ${other}.`);
      seen.guids.set(guid, there);
      const key = JSON.stringify([zone, label, number]);
      if (seen.places.has(key)) refuse(there, "there are two seats of this number in this row.");
      seen.places.add(key);
      const category = read.text(seat.category, there, "category", 60);
      if (!categories.has(category))
        refuse(there, `its category "${category}" is not among the plan's categories.`);
      const position = read.position(seat.position, there, true);
      const made = byCategory.get(category) ?? { label, seats: [] };
      byCategory.set(category, made);
      const [x, y] = [origin.x + at.x + position.x, origin.y + at.y + position.y];
      made.seats.push({ label: number, x, y, flags: flagsOf(seat) });
    }
    return [...byCategory].map(([category, made]) => ({ section: "", zone, category, row: made }));
  });
}

function flagsOf({ wheelchair, companion, restricted_view: restricted }: Record<string, unknown>): number {
  return (
    (wheelchair === true ? seatFlags.accessible : 0) |
    (companion === true ? seatFlags.companion : 0) |
    (restricted === true ? seatFlags.restrictedView : 0)
  );
}

/** A zone of one category is called as the zone is, others as both; rows of the same label stay rows of their own. */
function sectionsOf(rows: readonly Read[]): PlanSection[] {
  const perZone = new Map<string, Set<string>>();
  for (const { zone, category } of rows) perZone.set(zone, (perZone.get(zone) ?? new Set()).add(category));
  const sections = new Map<string, PlanSection>();
  for (const { zone, category, row } of rows) {
    const name = perZone.get(zone)!.size === 1 ? zone : `${zone} · ${category}`;
    const section = sections.get(name) ?? { id: name, name, priceMultiplierBps: 10_000, rows: [] };
    sections.set(name, section);
    const same = section.rows.find((known) => known.label === row.label);
    // Two rows of one label in a zone are two halves of it: numbers are unique in both together.
    if (same) same.seats.push(...row.seats);
    else section.rows.push(row);
  }
  return [...sections.values()];
}

/** Files say pixels, as far apart as they like: the usual distance of two neighbours becomes one seat's width. */
function toPlanUnits({ name, sections, decorations }: Omit<SeatingPlanContent, "size">): SeatingPlanContent {
  const gaps: number[] = [];
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const widen = (x: number, y: number) => {
    [box.left, box.right] = [Math.min(box.left, x), Math.max(box.right, x)];
    [box.top, box.bottom] = [Math.min(box.top, y), Math.max(box.bottom, y)];
  };
  for (const { seats } of sections.flatMap((section) => section.rows)) {
    for (const [i, { x, y }] of seats.entries()) {
      widen(x, y);
      const before = seats[i - 1];
      if (before) gaps.push(Math.hypot(x - before.x, y - before.y));
    }
  }
  for (const item of decorations) {
    widen(item.x, item.y);
    if (item.kind !== "text") widen(item.x + item.width, item.y + item.height);
  }
  gaps.sort((a, b) => a - b);
  const scale = SEAT_PITCH / (gaps[gaps.length >> 1] || 25);
  const margin = 3 * SEAT_PITCH;
  const tenth = (length: number) => Math.round(length * scale * 10) / 10 + 0;
  const place = ({ x, y }: Point) => ({ x: tenth(x - box.left) + margin, y: tenth(y - box.top) + margin });
  return {
    name,
    size: {
      width: tenth(box.right - box.left) + 2 * margin,
      height: tenth(box.bottom - box.top) + 2 * margin,
    },
    sections: sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({
        ...row,
        seats: row.seats.map((seat) => ({ ...seat, ...place(seat) })),
      })),
    })),
    decorations: decorations.map((item) =>
      item.kind === "text"
        ? { ...item, ...place(item), size: tenth(item.size) }
        : { ...item, ...place(item), width: tenth(item.width), height: tenth(item.height) },
    ),
  };
}
