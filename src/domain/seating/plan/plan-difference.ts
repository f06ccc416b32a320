import { SEAT_PITCH, type SeatingPlanContent } from "./seating-plan";

export type Place = { section: string; row: string; seat: string; x: number; y: number };

/** What another version of a plan does to its seats. A seat is who a ticket says it is: section, row and label. */
export type PlanDifference = {
  same: Place[];
  added: Place[];
  gone: Place[];
  /** Elsewhere under the same name; `to` is where it will be. */
  moved: { from: Place; to: Place }[];
  /** Where another seat was, under another name. */
  renamed: { from: Place; to: Place }[];
};

/** A seat that moved no further than this (plan units) is where it was. */
const STILL = 0.2;
/** A new seat no further than this from one that is gone has taken its place. */
const ITS_PLACE = SEAT_PITCH / 4;

/**
 * Compares two versions. A plan that was only shifted as a whole (a section was added before the first, say) has moved
 * nobody: the step that most seats have in common is left out.
 */
export function planDifference(before: SeatingPlanContent, after: SeatingPlanContent): PlanDifference {
  const old = new Map(placesOf(before).map((place) => [nameOf(place), place]));
  const shift = commonShift(old, placesOf(after));
  const difference: PlanDifference = { same: [], added: [], gone: [], moved: [], renamed: [] };
  const fresh: Place[] = [];
  for (const to of placesOf(after)) {
    const from = old.get(nameOf(to));
    if (!from) fresh.push(to);
    else if (Math.hypot(to.x - from.x - shift.x, to.y - from.y - shift.y) > STILL) difference.moved.push({ from, to });
    else difference.same.push(to);
    old.delete(nameOf(to));
  }
  const left = new NearPlaces([...old.values()]);
  for (const to of fresh) {
    const from = left.take(to.x - shift.x, to.y - shift.y);
    if (from) difference.renamed.push({ from, to });
    else difference.added.push(to);
  }
  difference.gone = left.rest();
  return difference;
}

/** Names that no two seats of a plan share. */
export function nameOf({ section, row, seat }: Pick<Place, "section" | "row" | "seat">): string {
  return JSON.stringify([section, row, seat]);
}

export function placesOf({ sections }: SeatingPlanContent): Place[] {
  return sections.flatMap(({ name, rows }) => rows.flatMap((row) => row.seats.map(({ label, x, y }) => ({ section: name, row: row.label, seat: label, x, y }))));
}

function commonShift(old: ReadonlyMap<string, Place>, after: readonly Place[]): { x: number; y: number } {
  const steps = new Map<string, { x: number; y: number; count: number }>();
  for (const to of after) {
    const from = old.get(nameOf(to));
    if (!from) continue;
    const [x, y] = [to.x - from.x, to.y - from.y];
    const key = `${Math.round(x * 10)} ${Math.round(y * 10)}`;
    const step = steps.get(key) ?? { x, y, count: 0 };
    step.count += 1;
    steps.set(key, step);
  }
  let most = { x: 0, y: 0, count: 0 };
  for (const step of steps.values()) if (step.count > most.count) most = step;
  return most;
}

/** Places by where they are, each taken once. */
class NearPlaces {
  private readonly cells = new Map<string, Place[]>();

  constructor(places: readonly Place[]) {
    for (const place of places) {
      const key = this.keyOf(place.x, place.y);
      this.cells.set(key, [...(this.cells.get(key) ?? []), place]);
    }
  }

  take(x: number, y: number): Place | null {
    for (const dx of [0, -SEAT_PITCH, SEAT_PITCH])
      for (const dy of [0, -SEAT_PITCH, SEAT_PITCH]) {
        const cell = this.cells.get(this.keyOf(x + dx, y + dy)) ?? [];
        const at = cell.findIndex((place) => Math.hypot(place.x - x, place.y - y) <= ITS_PLACE);
        if (at >= 0) return cell.splice(at, 1)[0]!;
      }
    return null;
  }

  rest(): Place[] {
    return [...this.cells.values()].flat();
  }

  private keyOf(x: number, y: number): string {
    return `${Math.floor(x / SEAT_PITCH)} ${Math.floor(y / SEAT_PITCH)}`;
  }
}
