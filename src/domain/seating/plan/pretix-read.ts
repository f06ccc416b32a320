import { AppError } from "~/domain/errors";

export type Point = { x: number; y: number };
export type Place = string;

/** @throws AppError INVALID_INPUT (`plan`) that names the place: `Zone "Balcony", row "C": ...` */
export function refuse(place: Place, what: string): never {
  throw new AppError("INVALID_INPUT", place ? `${place}: ${what}` : what, { field: "plan" });
}

/** Files write null, or nothing at all, for what they leave out. */
const leftOut = (value: unknown): value is null | undefined => value === undefined || value === null;

/** Reads untrusted JSON of a seating plan: keys that are not asked for are passed over, those that are must fit. */
export const read = {
  object(value: unknown, place: Place): Record<string, unknown> {
    if (value === null || typeof value !== "object" || Array.isArray(value))
      refuse(place, "an object is expected here.");
    return value as Record<string, unknown>;
  },
  list(value: unknown, place: Place, key: string): unknown[] {
    if (leftOut(value)) return [];
    if (!Array.isArray(value)) refuse(place, `"${key}" must be a list.`);
    return value;
  },
  /** Numbers are read as text: real files write both. Empty where nothing, or only space, is there. */
  text(value: unknown, place: Place, key: string): string {
    if (leftOut(value)) return "";
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string") refuse(place, `"${key}" must be a text.`);
    // What cannot be printed cannot be read at a door.
    return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  },
  number(value: unknown, place: Place, key: string, fallback?: number): number {
    if (leftOut(value) && fallback !== undefined) return fallback;
    if (typeof value !== "number" || !Number.isFinite(value) || Math.abs(value) > 1_000_000) {
      refuse(place, `"${key}" must be a number.`);
    }
    return value;
  },
  /** Nothing is the origin: what has no position lies where what holds it lies. */
  position(value: unknown, place: Place, required = false): Point {
    if (leftOut(value) && !required) return { x: 0, y: 0 };
    const { x, y } = read.object(value, `${place}, position`);
    return { x: read.number(x, place, "position.x"), y: read.number(y, place, "position.y") };
  },
};
