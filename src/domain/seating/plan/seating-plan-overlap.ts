import { SEAT_PITCH, type PlanSection } from "./seating-plan";

/** Seats closer than this cover one another so far that neither can be chosen for sure. */
export const LEAST_DISTANCE = SEAT_PITCH * 0.45;

/**
 * Names of the first two sections (or twice the same) of which two seats lie on top of one another, or null. Sections
 * that `free` names may lie on one another: their seats are as a file has them.
 */
export function overlappingSections(
  sections: readonly PlanSection[],
  free: (section: PlanSection) => boolean = () => false,
): [string, string] | null {
  const seats = sections.flatMap((section) =>
    section.rows.flatMap((row) => row.seats.map(({ x, y }) => ({ x, y, section }))),
  );
  const hit = coveredPairs(seats, LEAST_DISTANCE, (a, b) => free(a.section) && free(b.section))[0];
  return hit ? [hit[0].section.name, hit[1].section.name] : null;
}

/**
 * Pairs of seats nearer to one another than `distance`: each seat with the first before it that is, in the seats'
 * order. `apart` says of a pair that it does not count.
 */
export function coveredPairs<T extends { x: number; y: number }>(
  seats: readonly T[],
  distance: number,
  apart: (a: T, b: T) => boolean = () => false,
): [T, T][] {
  const cells = new Map<number, T[]>();
  const pairs: [T, T][] = [];
  for (const seat of seats) {
    const [column, line] = [Math.floor(seat.x / distance), Math.floor(seat.y / distance)];
    let hit: T | undefined;
    for (let dx = -1; dx <= 1 && !hit; dx++) {
      for (let dy = -1; dy <= 1 && !hit; dy++) {
        hit = cells
          .get(cellKey(column + dx, line + dy))
          ?.find((other) => Math.hypot(other.x - seat.x, other.y - seat.y) < distance && !apart(other, seat));
      }
    }
    if (hit) pairs.push([hit, seat]);
    const key = cellKey(column, line);
    const cell = cells.get(key);
    if (cell) cell.push(seat);
    else cells.set(key, [seat]);
  }
  return pairs;
}

function cellKey(column: number, line: number): number {
  return (column + 1_000_000) * 4_000_000 + line + 1_000_000;
}
