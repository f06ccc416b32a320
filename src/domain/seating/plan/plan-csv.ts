import type { FilePlan, FileSeat } from "./plan-file";
import { refuse } from "./pretix-read";
import { seatFlags } from "../flags";

const columns = ["section", "row", "seat", "x", "y"] as const;

/**
 * Reads a plan of one line a seat: section, row, seat, x, y and, where there are such columns, category, flags
 * (accessible, companion, restricted, standing, with spaces between) and price (times the base price). Comma,
 * semicolon or tab; quotes as in RFC 4180.
 * @throws AppError INVALID_INPUT (`plan`), naming the line
 */
export function readCsvPlan(text: string): FilePlan {
  const [head = [], ...lines] = cells(text);
  const at = new Map(head.map((name, i) => [name.trim().toLowerCase(), i]));
  const missing = columns.filter((name) => !at.has(name));
  if (missing.length > 0) refuse("Line 1", `the columns ${missing.map((name) => `"${name}"`).join(", ")} are missing.`);
  const zones = new Map<string, number>();
  const rows = new Map<string, number>();
  const prices = new Map<string, number>();
  const seats = lines.flatMap((line, i): FileSeat[] => {
    if (line.every((cell) => cell.trim() === "")) return [];
    const where = `Line ${i + 2}`;
    const cell = (name: string) => (line[at.get(name) ?? -1] ?? "").trim();
    const zoneName = cell("section") || "Seats";
    const zone = orderOf(zones, zoneName);
    const row = cell("row") || "1";
    const seat = cell("seat");
    if (!seat) refuse(where, `"seat" is missing.`);
    const price = cell("price");
    if (price) prices.set(zoneName, Math.round(numberIn(price, where, "price") * 10_000));
    return [{
      zone, zoneName, rowIndex: orderOf(rows, `${zone}/${row}`), row, seat, guid: "",
      category: cell("category"),
      x: numberIn(cell("x"), where, "x"),
      y: numberIn(cell("y"), where, "y"),
      flags: flagsIn(cell("flags"), where),
      place: `${where} (${zoneName}, row "${row}", seat "${seat}")`,
    }];
  });
  return { name: "Plan", seats, decorations: [], priceMultiplierBps: prices, warnings: [] };
}

function orderOf(known: Map<string, number>, name: string): number {
  const at = known.get(name) ?? known.size;
  known.set(name, at);
  return at;
}

function numberIn(text: string, where: string, key: string): number {
  const value = Number(text.replace(",", "."));
  if (text === "" || !Number.isFinite(value) || Math.abs(value) > 1_000_000) refuse(where, `"${key}" must be a number.`);
  return value;
}

const words: Record<string, number> = {
  accessible: seatFlags.accessible,
  wheelchair: seatFlags.accessible,
  companion: seatFlags.companion,
  restricted: seatFlags.restrictedView,
  standing: seatFlags.standing,
};

function flagsIn(text: string, where: string): number {
  return text.toLowerCase().split(/[\s|/]+/).filter(Boolean).reduce((flags, word) => {
    const bit = words[word];
    if (!bit) refuse(where, `"${word}" is no flag. There are ${Object.keys(words).join(", ")}.`);
    return flags | bit;
  }, 0);
}

function cells(text: string): string[][] {
  const separator = /^[^\n"]*?([,;\t])/.exec(text)?.[1] ?? ",";
  const lines: string[][] = [[]];
  let [cell, quoted] = ["", false];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator || sign === "\n") {
      lines.at(-1)!.push(cell.replace(/\r$/, ""));
      cell = "";
      if (sign === "\n") lines.push([]);
    } else cell += sign;
  }
  lines.at(-1)!.push(cell);
  if (lines.length > 120_002) refuse("", "A plan may have 1,20,000 seats at most.");
  return lines;
}
