import { SEAT_PITCH, type PlanSection } from "./seating-plan";

/** Seats closer than this cover one another so far that neither can be chosen for sure. */
const LEAST_DISTANCE = SEAT_PITCH * 0.45;

/** Names of the first two sections (or twice the same) of which two seats lie on top of one another, or null. */
export function overlappingSections(sections: readonly PlanSection[]): [string, string] | null {
  const cells = new Map<number, { x: number; y: number; name: string }[]>();
  for (const { name, rows } of sections) {
    for (const { x, y } of rows.flatMap((row) => row.seats)) {
      const [column, line] = [Math.floor(x / LEAST_DISTANCE), Math.floor(y / LEAST_DISTANCE)];
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const near = cells.get(cellKey(column + dx, line + dy));
          const hit = near?.find((other) => Math.hypot(other.x - x, other.y - y) < LEAST_DISTANCE);
          if (hit) return [hit.name, name];
        }
      }
      const key = cellKey(column, line);
      const cell = cells.get(key);
      if (cell) cell.push({ x, y, name });
      else cells.set(key, [{ x, y, name }]);
    }
  }
  return null;
}

function cellKey(column: number, line: number): number {
  return (column + 1_000_000) * 4_000_000 + line + 1_000_000;
}
