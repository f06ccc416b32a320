import { fromRuns, type Run } from "~/domain/seating/runs";
import { blockReasons, type BlockReason } from "~/domain/seating/seat-blocking";
import type { LayoutSeat, SeatLayout } from "~/domain/seating/seat-layout";

/** An event's seats as the desk counts them. */
export type DeskSeats = { byOrdinal: LayoutSeat[]; byId: ReadonlyMap<string, LayoutSeat> };

export function deskSeats(layout: SeatLayout | undefined): DeskSeats {
  const byOrdinal = layout?.sections.flatMap((section) => section.rows.flatMap((row) => row.seats)) ?? [];
  return { byOrdinal, byId: new Map(byOrdinal.map((seat) => [seat.id, seat])) };
}

/** Ids of the seats of runs; those that a newer plan has not are left out. */
export function idsOf({ byOrdinal }: DeskSeats, runs: readonly Run[]): string[] {
  return fromRuns(runs).flatMap((ordinal) => byOrdinal[ordinal]?.id ?? []);
}

/** What each blocked seat is kept for, as the map's scene wants it: 0 not said, else 1 + its place in `blockReasons`. */
export function reasonCodes(count: number, blocked: readonly { reason: BlockReason | null; seats: Run[] }[]): Uint8Array {
  const codes = new Uint8Array(count);
  for (const { reason, seats } of blocked)
    for (const [from, length] of seats) codes.fill(reason === null ? 0 : 1 + blockReasons.indexOf(reason), from, from + length);
  return codes;
}

/** All of them chosen, or, where they are already, none. */
export function toggled(before: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(before);
  const all = ids.every((id) => next.has(id));
  for (const id of ids)
    if (all) next.delete(id);
    else next.add(id);
  return next;
}
