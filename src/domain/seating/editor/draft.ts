import type { Decoration, PlanRow, PlanSeat, PlanSection, SeatingPlanContent } from "../plan/seating-plan";
import { boundsOf } from "../plan/seating-plan-bounds";

/** A plan while it is drawn: never changed in place, so that every step of its history stays what it was. */
export type PlanDraft = {
  readonly sections: readonly PlanSection[];
  readonly decorations: readonly Decoration[];
};

/** Seats by their ordinal: they run through sections, rows and seats in this order, from 0. */
export type Ordinals = ReadonlySet<number>;

export const emptyDraft: PlanDraft = { sections: [], decorations: [] };

/** A draft as a seating plan of this name, for whatever draws or exports one. */
export function contentOf(name: string, { sections, decorations }: PlanDraft): SeatingPlanContent {
  const { left, top, right, bottom } = boundsOf([...sections], [...decorations]);
  return {
    name,
    size: { width: right - left, height: bottom - top },
    sections: [...sections],
    decorations: [...decorations],
  };
}

/** A seat with all that it is in. */
export type PlacedSeat = { ordinal: number; section: PlanSection; row: PlanRow; seat: PlanSeat };

/** Every seat of a draft in the order of its ordinals. */
export function* seatsOf({ sections }: PlanDraft): Generator<PlacedSeat> {
  let ordinal = 0;
  for (const section of sections)
    for (const row of section.rows) for (const seat of row.seats) yield { ordinal: ordinal++, section, row, seat };
}

export function seatCountOf({ sections }: PlanDraft): number {
  return sections.reduce((sum, { rows }) => sum + rows.reduce((seats, row) => seats + row.seats.length, 0), 0);
}

/** Ordinals of the seats of one section, or of one of its rows. */
export function ordinalsIn(draft: PlanDraft, sectionId: string, rowLabel?: string): number[] {
  const found: number[] = [];
  let next = 0;
  for (const { id, rows } of draft.sections) {
    for (const { label, seats } of rows) {
      if (id === sectionId && (rowLabel === undefined || rowLabel === label))
        for (let i = 0; i < seats.length; i += 1) found.push(next + i);
      next += seats.length;
    }
  }
  return found;
}

/**
 * The draft with some seats changed, or left out where `change` says null; rows and sections that become empty go.
 * What holds no such seat is the same object as before.
 */
export function mapSeats(
  draft: PlanDraft,
  chosen: Ordinals,
  change: (seat: PlanSeat, ordinal: number) => PlanSeat | null,
): PlanDraft {
  let next = 0;
  const mapRow = (row: PlanRow): PlanRow | null => {
    const first = next;
    next += row.seats.length;
    let touched = false;
    for (let i = first; i < next && !touched; i += 1) touched = chosen.has(i);
    if (!touched) return row;
    const seats = row.seats.flatMap((seat, i) => (chosen.has(first + i) ? (change(seat, first + i) ?? []) : seat));
    return seats.length > 0 ? { ...row, seats } : null;
  };
  const sections = draft.sections.flatMap((section) => {
    const rows = section.rows.map(mapRow);
    if (rows.every((row, i) => row === section.rows[i])) return section;
    const kept = rows.filter((row) => row !== null);
    return kept.length > 0 ? { ...section, rows: kept } : [];
  });
  return { ...draft, sections };
}

/** A length on the plan as it is kept: tenths of a unit. */
export function tenth(length: number): number {
  // + 0: no negative zero, whose bytes are others'.
  return Math.round(length * 10) / 10 + 0;
}
