import { AppError } from "~/domain/errors";
import type { FileSeat, PlanChoices, PlanWarning } from "./plan-file";

/** Longer names fit no ticket. */
const LONGEST = { section: 120, row: 40, seat: 40 };

/** A seat with the section it belongs to. */
export type NamedSeat = FileSeat & { section: string };

/** A zone of one category is called as the zone is, others as both. */
export function sectionsNamed(seats: readonly FileSeat[]): NamedSeat[] {
  const categories = new Map<number, Set<string>>();
  for (const { zone, category } of seats) categories.set(zone, (categories.get(zone) ?? new Set()).add(category));
  return seats.map((seat) => {
    const plain = categories.get(seat.zone)!.size === 1 || !seat.category;
    return { ...seat, section: plain ? seat.zoneName : `${seat.zoneName} · ${seat.category}` };
  });
}

/** Names that are too long are cut; where that makes two alike, a number tells them apart. */
export function shortened(seats: NamedSeat[], warnings: PlanWarning[]): NamedSeat[] {
  const cut = { section: shortener(LONGEST.section), row: shortener(LONGEST.row), seat: shortener(LONGEST.seat) };
  let count = 0;
  const out = seats.map((seat) => {
    const short = { section: cut.section(seat.section), row: cut.row(seat.row), seat: cut.seat(seat.seat) };
    const names = ["section", "row", "seat"] as const;
    if (names.some((name) => short[name] !== seat[name])) count++;
    return { ...seat, ...short };
  });
  if (count > 0) warnings.push({ kind: "SHORTENED", count, sentence: `${count} seats have a name too long for a ticket; it is shortened.` });
  return out;
}

function shortener(most: number): (text: string) => string {
  const known = new Map<string, string>();
  const used = new Set<string>();
  return (text) => {
    if (text.length <= most) return text;
    const before = known.get(text);
    if (before) return before;
    let short = `${text.slice(0, most - 1)}…`;
    for (let n = 2; used.has(short); n++) short = `${text.slice(0, most - 4)}… ${n}`;
    used.add(short);
    known.set(text, short);
    return short;
  };
}

const nameOf = ({ section, row, seat }: NamedSeat) => JSON.stringify([section, row, seat]);

/**
 * Every seat with a name that no other has, and a guid of its own. Where two could not be told apart, `choice` says
 * what becomes of the later one; without a choice nothing is taken.
 * @throws AppError PLAN_CONFLICT (`plan`; facts.conflicts: which, where, and what would mend it)
 */
export function toldApart(seats: NamedSeat[], choice: PlanChoices["sameName"], warnings: PlanWarning[]): NamedSeat[] {
  const clashes = clashesOf(seats);
  if (clashes.length === 0) return seats;
  if (!choice) throw conflict(clashes);
  const second = new Set(clashes.map((clash) => clash.second));
  if (choice === "drop") {
    warnings.push({ kind: "DROPPED", count: second.size, sentence: `${second.size} seats are left out: a ticket would read as another's.`, points: [...second].map(({ x, y }) => ({ x, y })) });
    return seats.filter((seat) => !second.has(seat));
  }
  return renamed(seats, second, warnings);
}

type Clash = { first: NamedSeat; second: NamedSeat; what: "name" | "guid" };

function clashesOf(seats: readonly NamedSeat[]): Clash[] {
  const [names, guids] = [new Map<string, NamedSeat>(), new Map<string, NamedSeat>()];
  const clashes: Clash[] = [];
  for (const seat of seats) {
    const sameName = names.get(nameOf(seat));
    const sameGuid = seat.guid ? guids.get(seat.guid) : undefined;
    if (sameName) clashes.push({ first: sameName, second: seat, what: "name" });
    else if (sameGuid) clashes.push({ first: sameGuid, second: seat, what: "guid" });
    names.set(nameOf(seat), sameName ?? seat);
    if (seat.guid && !sameGuid) guids.set(seat.guid, seat);
  }
  return clashes;
}

/** Whole rows and zones get another name where all of them clash; a single seat gets a letter. */
function renamed(seats: NamedSeat[], second: ReadonlySet<NamedSeat>, warnings: PlanWarning[]): NamedSeat[] {
  const taken = new Set(seats.filter((seat) => !second.has(seat)).map(nameOf));
  const rows = new Map<string, string>();
  let count = 0;
  const out = seats.map((seat) => {
    if (!second.has(seat)) return seat;
    const rowKey = JSON.stringify([seat.zone, seat.rowIndex, seat.section]);
    const row = rows.get(rowKey);
    const tried: NamedSeat[] = [
      ...(taken.has(nameOf(seat)) ? [] : [seat]),
      ...(row ? [{ ...seat, row }] : []),
      ...Array.from({ length: 60 }, (_, n) => ({ ...seat, row: `${seat.row} (${n + 2})` })),
      ...Array.from({ length: 24 }, (_, n) => ({ ...seat, seat: `${seat.seat}${String.fromCharCode(98 + n)}` })),
    ];
    const free = tried.find((one) => !taken.has(nameOf(one)))!;
    if (free.row !== seat.row) rows.set(rowKey, free.row);
    taken.add(nameOf(free));
    count++;
    return { ...free, guid: "" };
  });
  warnings.push({ kind: "RENAMED", count, sentence: `${count} seats have another name than in the file: a ticket would have read as another's.`, points: [...second].map(({ x, y }) => ({ x, y })) });
  return out;
}

function conflict(clashes: readonly Clash[]): AppError {
  const conflicts = clashes.slice(0, 200).map(({ first, second, what }) => ({ what, places: [first.place, second.place] }));
  const [clash] = clashes;
  const { first, second, what } = clash!;
  const more = clashes.length > 1 ? ` So it is with ${clashes.length - 1} more.` : "";
  const same = what === "name" ? "a ticket would read the same for both" : `both have the seat_guid "${second.guid}"`;
  return new AppError(
    "PLAN_CONFLICT",
    `${second.place} cannot be told from ${first.place}: ${same}.${more} Give the later ones another name, or leave them out.`,
    { field: "plan", facts: { conflicts, count: clashes.length, remedies: ["rename", "drop"] } },
  );
}
