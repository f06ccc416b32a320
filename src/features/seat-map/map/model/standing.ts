import type { MapSection } from "./seat-model";
import { code } from "./seat-statuses";

/**
 * A free place of a standing area, any of them: two buyers who both take the first would meet. `random` is 0 to 1.
 * -1 where none is free.
 */
export function freePlace(
  section: Pick<MapSection, "start" | "end">,
  statuses: Uint8Array,
  mine: ReadonlySet<number>,
  random: number,
): number {
  const places = section.end - section.start;
  const from = Math.floor(random * places);
  for (let i = 0; i < places; i += 1) {
    const place = section.start + ((from + i) % places);
    if (statuses[place] === code.available && !mine.has(place)) return place;
  }
  return -1;
}

/** The buyer's places in a standing area. */
export function placesIn(section: Pick<MapSection, "start" | "end">, mine: ReadonlySet<number>): number[] {
  return [...mine].filter((place) => place >= section.start && place < section.end);
}
