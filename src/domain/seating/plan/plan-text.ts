import type { FilePlan } from "./plan-file";
import { refuse } from "./pretix-read";
import { SEAT_PITCH, type SectionLayout, type SectionSpec } from "./seating-plan";
import { generatePlan } from "./seating-plan-generate";

/**
 * Reads a plan in words, a line each, front to back:
 *
 *     plan: Theatre Royal
 *     grid Stalls: rows A-H, seats 12, aisle 6, price 1.2
 *     arc Circle: rows 1-4, seats 20, radius 120, numbered right-to-left
 *     standing Floor: places 200
 *     accessible Stalls: A1 A2
 *     companion Stalls: A3
 *     restricted Circle: 1-1 1-2
 *     missing Stalls: C5
 *
 * A line that begins with # is a remark.
 * @throws AppError INVALID_INPUT (`plan`), naming the line
 */
export function readTextPlan(text: string): FilePlan {
  let name = "Plan";
  const sections = new Map<string, TextSection>();
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (!line || line.startsWith("#")) continue;
    const where = `Line ${i + 1}`;
    const match = /^(plan|grid|arc|standing|accessible|companion|restricted|missing)\b\s*([^:]*):\s*(.*)$/i.exec(line);
    if (!match) refuse(where, `it begins with none of plan, grid, arc, standing, accessible, companion, restricted, missing.`);
    const [, word = "", about = "", rest = ""] = match;
    const verb = word.toLowerCase();
    if (verb === "plan") name = rest.slice(0, 120) || name;
    else if (verb === "grid" || verb === "arc" || verb === "standing") {
      if (!about.trim()) refuse(where, "the section's name is missing.");
      if (sections.has(about.trim())) refuse(where, `there is a section ${about.trim()} already.`);
      sections.set(about.trim(), sectionOf(verb, about.trim(), rest, where));
    } else {
      const section = sections.get(about.trim());
      if (!section) refuse(where, `there is no section ${about.trim()} above.`);
      const list = flagged[verb as keyof typeof flagged];
      section.layout[list] = [...(section.layout[list] ?? []), ...rest.split(/[\s,]+/).filter(Boolean)];
    }
  }
  return filed(name, [...sections.values()]);
}

const flagged = { accessible: "accessible", companion: "companion", restricted: "restrictedView", missing: "missing" } as const;

/** A standing area is laid out in whole rows of places; `places` is how many of them there are. */
type TextSection = SectionSpec & { places?: number };

function sectionOf(kind: "grid" | "arc" | "standing", name: string, rest: string, where: string): TextSection {
  const said = new Map<string, string>();
  for (const part of rest.split(",").map((part) => part.trim()).filter(Boolean)) {
    const [key = "", ...value] = part.split(/\s+/);
    said.set(key.toLowerCase(), value.join(" "));
  }
  const number = (key: string, least: number, most: number, fallback?: number): number => {
    const text = said.get(key);
    if (text === undefined && fallback !== undefined) return fallback;
    const value = Number(text);
    if (!text || !Number.isFinite(value) || value < least || value > most)
      refuse(where, `"${key}" must be a number from ${least} to ${most}.`);
    return value;
  };
  const priceMultiplierBps = Math.round(number("price", 0, 100, 1) * 10_000);
  if (kind === "standing") {
    const places = Math.round(number("places", 1, 100_000));
    const seatsPerRow = Math.min(places, Math.ceil(Math.sqrt(places * 2)));
    const rowCount = Math.ceil(places / seatsPerRow);
    return { id: name, name, rowCount, seatsPerRow, priceMultiplierBps, layout: { standing: true }, places };
  }
  const { count, labels, first } = rowsIn(said.get("rows") ?? "", where);
  const aisles = (said.get("aisle") ?? "").split(/\s+/).filter(Boolean).map(Number).filter((n) => Number.isInteger(n) && n > 0);
  const layout: SectionLayout = {
    shape: kind === "arc" ? "curved" : "straight",
    rowLabels: labels,
    firstRow: first,
    ...(said.has("radius") && { radius: number("radius", 1, 20_000) }),
    ...(said.has("growth") && { growth: number("growth", -50, 50) }),
    ...(said.has("spacing") && { rowSpacing: number("spacing", 5, 200) }),
    ...(said.get("numbered") === "right-to-left" && { seatOrder: "right-to-left" as const }),
    ...(aisles.length > 0 && { aisles }),
  };
  return { id: name, name, rowCount: count, seatsPerRow: Math.round(number("seats", 1, 1_000)), priceMultiplierBps, layout };
}

function rowsIn(text: string, where: string): { count: number; labels: "A" | "1"; first: number } {
  const match = /^([A-Z]{1,2}|\d{1,3})\s*(?:-|to)\s*([A-Z]{1,2}|\d{1,3})$/i.exec(text.trim());
  if (!match) refuse(where, `"rows" must be such as A-H or 1-12.`);
  const [from, to] = [rowNumber(match[1]!), rowNumber(match[2]!)];
  const numbered = /^\d/.test(match[1]!);
  if (numbered !== /^\d/.test(match[2]!) || to < from || to - from > 499) refuse(where, `"rows" must be such as A-H or 1-12.`);
  return { count: to - from + 1, labels: numbered ? "1" : "A", first: from };
}

function rowNumber(label: string): number {
  if (/^\d/.test(label)) return Number(label);
  return [...label.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function filed(name: string, specs: TextSection[]): FilePlan {
  const content = generatePlan({ name, sections: specs });
  const places = new Map(specs.map((spec) => [spec.name, spec.places]));
  return {
    name,
    unit: SEAT_PITCH,
    priceMultiplierBps: new Map(specs.map((spec) => [spec.name, spec.priceMultiplierBps])),
    seats: content.sections.flatMap((section, zone) =>
      section.rows.flatMap((row, rowIndex) =>
        row.seats.slice(0, places.get(section.name)).map((seat) => ({
          zone, zoneName: section.name, category: "", rowIndex, row: row.label, seat: seat.label, guid: "",
          x: seat.x, y: seat.y, flags: seat.flags, place: `${section.name}, row "${row.label}", seat "${seat.label}"`,
        })),
      ),
    ),
    decorations: content.decorations.map((item) => ({ zone: 0, item })),
    warnings: [],
  };
}
