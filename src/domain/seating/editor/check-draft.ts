import { seatFlags } from "../flags";
import { SEAT_PITCH } from "../plan/seating-plan";
import { seatsOf, type PlacedSeat, type PlanDraft } from "./draft";

export type ProblemKind =
  | "EMPTY"
  | "UNCATEGORISED"
  | "UNLABELLED"
  | "DOUBLED"
  | "LOOKALIKE"
  | "OVERLAPPING"
  | "NO_FOCUS"
  | "LONE_COMPANION";

/** What is wrong or odd about a draft. `stops`: it cannot be published so. `seats` are ordinals. */
export type Problem = { kind: ProblemKind; stops: boolean; sentence: string; seats: number[] };

/** Two seats nearer than this cover one another. */
const COVERED = SEAT_PITCH * 0.6;
/** A companion sits beside the wheelchair place: so near. */
const BESIDE = SEAT_PITCH * 2.5;

const many = (count: number, one: string, more = `${one}s`) => `${count.toLocaleString("en-IN")} ${count === 1 ? one : more}`;

/** What is to be mended, or looked at, before a draft is published; the gravest first. */
export function checkDraft(draft: PlanDraft): Problem[] {
  const seats = [...seatsOf(draft)];
  const seated = seats.filter(({ seat }) => !(seat.flags & seatFlags.standing));
  return [
    empty(seats),
    uncategorised(draft, seats),
    unlabelled(seats),
    doubled(seats),
    lookalike(draft),
    overlapping(seats),
    noFocus(draft, seats),
    loneCompanions(seated),
  ].filter((problem) => problem !== null);
}

function empty(seats: readonly PlacedSeat[]): Problem | null {
  if (seats.length > 0) return null;
  return { kind: "EMPTY", stops: true, sentence: "There is no seat yet.", seats: [] };
}

/** Prices belong to sections by their names: two of one name, or one without, have none of their own. */
function uncategorised({ sections }: PlanDraft, seats: readonly PlacedSeat[]): Problem | null {
  const names = sections.map(({ name }) => name.trim());
  const wrong = new Set(sections.filter((_, i) => names[i] === "" || names.indexOf(names[i]!) !== i).map(({ id }) => id));
  if (wrong.size === 0) return null;
  const sentence = `${many(wrong.size, "section has", "sections have")} no name of its own: no price can be given to it.`;
  return { kind: "UNCATEGORISED", stops: true, sentence, seats: ordinals(seats.filter(({ section }) => wrong.has(section.id))) };
}

function unlabelled(seats: readonly PlacedSeat[]): Problem | null {
  const found = seats.filter(({ row, seat }) => row.label.trim() === "" || seat.label.trim() === "");
  if (found.length === 0) return null;
  return { kind: "UNLABELLED", stops: true, sentence: `${many(found.length, "seat has", "seats have")} no row or no number.`, seats: ordinals(found) };
}

function doubled(seats: readonly PlacedSeat[]): Problem | null {
  const seen = new Map<string, number>();
  const found = new Set<number>();
  for (const { ordinal, section, row, seat } of seats) {
    // Labels hold no line breaks.
    const key = `${section.name}\n${row.label}\n${seat.label}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, ordinal);
    else found.add(first).add(ordinal);
  }
  if (found.size === 0) return null;
  const sentence = `${many(found.size, "seat", "seats")} share section, row and number with another: a ticket could mean either.`;
  return { kind: "DOUBLED", stops: true, sentence, seats: [...found].sort((a, b) => a - b) };
}

/** "I" and "1", "O" and "0": on a ticket, and at the end of a row, they read alike. */
function readsAs(label: string): string {
  return label.trim().replace(/[Il|]/g, "1").toUpperCase().replaceAll("O", "0");
}

/** Rows of a section, and seats of a row, that have two names which look the same. Halves of one row have one. */
function lookalike({ sections }: PlanDraft): Problem | null {
  const found: number[] = [];
  let ordinal = 0;
  for (const { rows } of sections) {
    const alike = pairsOf(rows.map(({ label }) => label));
    for (const { label, seats } of rows) {
      const within = pairsOf(seats.map((seat) => seat.label));
      for (const seat of seats) {
        if (alike.has(label) || within.has(seat.label)) found.push(ordinal);
        ordinal += 1;
      }
    }
  }
  if (found.length === 0) return null;
  const sentence = `${many(found.length, "seat is", "seats are")} in rows, or have numbers, that read like others: I and 1, O and 0.`;
  return { kind: "LOOKALIKE", stops: false, sentence, seats: found };
}

/** Of some labels those that look like another that is not the same. */
function pairsOf(labels: readonly string[]): ReadonlySet<string> {
  const looks = new Map<string, string>();
  const pairs = new Set<string>();
  for (const label of labels) {
    const look = readsAs(label);
    const other = looks.get(look);
    if (other === undefined) looks.set(look, label);
    else if (other !== label) pairs.add(other).add(label);
  }
  return pairs;
}

function overlapping(seats: readonly PlacedSeat[]): Problem | null {
  const cells = new Map<number, PlacedSeat[]>();
  // Plans are less than a million seats wide.
  const cell = (x: number, y: number) => Math.floor(x / SEAT_PITCH) * 2_000_003 + Math.floor(y / SEAT_PITCH);
  const found = new Set<number>();
  for (const one of seats) {
    const { x, y, flags } = one.seat;
    for (const dx of [-SEAT_PITCH, 0, SEAT_PITCH]) {
      for (const dy of [-SEAT_PITCH, 0, SEAT_PITCH]) {
        for (const other of cells.get(cell(x + dx, y + dy)) ?? []) {
          // People of one standing area stand close.
          if (flags & seatFlags.standing && other.section === one.section) continue;
          if (Math.hypot(other.seat.x - x, other.seat.y - y) < COVERED - 0.01) found.add(one.ordinal).add(other.ordinal);
        }
      }
    }
    const own = cells.get(cell(x, y));
    if (own) own.push(one);
    else cells.set(cell(x, y), [one]);
  }
  if (found.size === 0) return null;
  return { kind: "OVERLAPPING", stops: false, sentence: `${many(found.size, "seat")} lie on one another.`, seats: [...found].sort((a, b) => a - b) };
}

function noFocus({ decorations }: PlanDraft, seats: readonly PlacedSeat[]): Problem | null {
  if (seats.length === 0 || decorations.some(({ kind }) => kind !== "area" && kind !== "text")) return null;
  return { kind: "NO_FOCUS", stops: false, sentence: "There is no stage or screen: buyers cannot tell front from back.", seats: [] };
}

function loneCompanions(seats: readonly PlacedSeat[]): Problem | null {
  const places = seats.filter(({ seat }) => seat.flags & seatFlags.accessible);
  const lone = seats.filter(
    ({ seat, section }) =>
      seat.flags & seatFlags.companion &&
      !places.some((place) => place.section === section && Math.hypot(place.seat.x - seat.x, place.seat.y - seat.y) <= BESIDE),
  );
  if (lone.length === 0) return null;
  const sentence = `${many(lone.length, "companion seat has", "companion seats have")} no wheelchair place beside it.`;
  return { kind: "LONE_COMPANION", stops: false, sentence, seats: ordinals(lone) };
}

function ordinals(seats: readonly PlacedSeat[]): number[] {
  return seats.map(({ ordinal }) => ordinal);
}
