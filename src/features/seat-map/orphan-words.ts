import { orphansOf } from "~/domain/seating/orphan-rule";
import { listOf } from "~/lib/words";
import type { Availability } from "./availability";
import { planOf } from "./plan-of-layout";
import { seatName, type SeatIndex } from "./seat-index";

/**
 * "C4 would be left alone.": what the choice `mine` strands; empty where nobody's seat is, or where no other choice of
 * that size in the section would do better.
 */
export function orphanWords(index: SeatIndex, availability: Availability, mine: readonly string[]): string {
  const places = mine.flatMap((id) => index.byId.get(id) ?? []);
  const own = places.map(({ seat }) => seat.ordinal);
  const isFree = (ordinal: number) =>
    own.includes(ordinal) || availability.statusOf({ ordinal }) === "AVAILABLE";
  const stranded = new Set(orphansOf(planOf(index.layout), own, isFree));
  const names = places.flatMap(({ row }) =>
    row.seats.filter((seat) => stranded.delete(seat.ordinal)).map((seat) => seatName({ row, seat })),
  );
  return names.length === 0 ? "" : `${listOf(names)} would be left alone.`;
}
