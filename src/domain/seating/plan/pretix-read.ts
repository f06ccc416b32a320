import { AppError } from "~/domain/errors";

export type Point = { x: number; y: number };
export type Place = string;

/** @throws AppError INVALID_INPUT (`plan`) that names the place: `Zone "Balcony", row "C": ...` */
export function refuse(place: Place, what: string): never {
  throw new AppError("INVALID_INPUT", place ? `${place}: ${what}` : what, { field: "plan" });
}

/** Reads untrusted JSON of a seating plan: keys that are not asked for are passed over, those that are must fit. */
export const read = {
  object(value: unknown, place: Place): Record<string, unknown> {
    if (value === null || typeof value !== "object" || Array.isArray(value))
      refuse(place, "an object is expected here.");
    return value as Record<string, unknown>;
  },
  list(value: unknown, place: Place, key: string): unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) refuse(place, `"${key}" must be a list.`);
    return value;
  },
  /** Numbers are read as text: real files write both. */
  text(value: unknown, place: Place, key: string, most: number): string {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || text.trim() === "") refuse(place, `"${key}" is missing.`);
    if (text.trim().length > most) refuse(place, `"${key}" may have ${most} characters at most.`);
    return text.trim();
  },
  number(value: unknown, place: Place, key: string, fallback?: number): number {
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value !== "number" || !Number.isFinite(value) || Math.abs(value) > 1_000_000) {
      refuse(place, `"${key}" must be a number.`);
    }
    return value;
  },
  /** Nothing is the origin: a zone or a row without a position lies where what holds it lies. */
  position(value: unknown, place: Place, required = false): Point {
    if (value === undefined && !required) return { x: 0, y: 0 };
    const { x, y } = read.object(value, `${place}, position`);
    return { x: read.number(x, place, "position.x"), y: read.number(y, place, "position.y") };
  },
};
