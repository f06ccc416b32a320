import { overlaps, type Box } from "../model/box";

export const platePad = 5;

/** What a plate may say, from most to least. */
export type PlateKind = "full" | "name" | "tag";
const kinds: readonly PlateKind[] = ["full", "name", "tag"];

/** A section as its plate sees it, in CSS pixels of the screen. */
export type PlateWish = {
  section: number;
  x: number;
  y: number;
  /** Free room round (x, y). */
  room: { width: number; height: number };
  /** Widths of the texts; null where a section has no short tag. */
  name: number;
  price: number;
  tag: number | null;
};

export type Plate = { section: number; kind: PlateKind; box: Box };

/** A plate may stand over its section's edge by this much. */
const OVER = 1.25;
/** All plates say as much as this share of the sections has room for: alike reads better than most. */
const QUORUM = 0.7;

/** Puts plates where they fit without covering one another, the roomiest sections first. */
export function layPlates(wishes: readonly PlateWish[]): Plate[] {
  const byRoom = [...wishes].sort((a, b) => b.room.width * b.room.height - a.room.width * a.room.height);
  for (const [i, kind] of kinds.entries()) {
    const placed = place(byRoom, kinds.slice(i));
    const enough = placed.filter((plate) => plate.kind === kind).length >= wishes.length * QUORUM;
    if (enough || i === kinds.length - 1) return placed;
  }
  return [];
}

function place(wishes: readonly PlateWish[], allowed: readonly PlateKind[]): Plate[] {
  const placed: Plate[] = [];
  for (const wish of wishes) {
    for (const kind of allowed) {
      const size = sizeOf(wish, kind);
      if (!size || size.width > wish.room.width * OVER || size.height > wish.room.height * OVER) continue;
      const box = {
        left: wish.x - size.width / 2,
        right: wish.x + size.width / 2,
        top: wish.y - size.height / 2,
        bottom: wish.y + size.height / 2,
      };
      if (placed.some((other) => overlaps(other.box, box))) continue;
      placed.push({ section: wish.section, kind, box });
      break;
    }
  }
  return placed;
}

function sizeOf(wish: PlateWish, kind: PlateKind): { width: number; height: number } | null {
  if (kind === "full") return { width: Math.max(wish.name, wish.price, 38) + 2 * platePad, height: 37 };
  if (kind === "name") return { width: wish.name + 2 * platePad, height: 24 };
  return wish.tag === null ? null : { width: Math.max(wish.tag, 14) + 6, height: 20 };
}

/** "201" of "Upper 201", "A" of "Floor A": what tells a block from its neighbours; null where the name has none. */
export function tagOf(name: string): string | null {
  const last = name.split(" ").at(-1) ?? "";
  return /^([A-Z]{0,2}\d{1,4}[A-Z]?|[A-Z])$/.test(last) ? last : null;
}
