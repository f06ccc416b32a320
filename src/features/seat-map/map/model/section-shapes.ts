import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import { emptyBox, include, overlaps, type Box } from "./box";
import { labelSpace } from "./label-space";
import { sectionRings } from "./outline";
import { touchesDisc } from "./polygon";
import type { MapSection, SeatModel } from "./seat-model";

/** A seat's disc as it is drawn (paint-seats' SEAT_RADIUS), plan units. */
const SEAT = SEAT_PITCH * 0.4;
/** Neighbours further away than this cannot be reached: air, its mitres and the loosest sides come to less. */
const FAR = SEAT_PITCH * 2.4;
/** One seat in so many of an outer row tells how near others are. */
const SAMPLE = 3;

export type Shaped = Pick<MapSection, "rings" | "outline" | "label">;
export type Unshaped = Omit<SeatModel, "planHash" | "ids" | "labels" | "prices" | "tiers">;

/** Seats further than this from a section's box have no say in its shape, plan units. */
export const SHAPE_REACH = FAR + SEAT_PITCH;

/** Each section's shape, clear of all seats that are not its own, and where in it its name goes. */
export function sectionShapes(model: Unshaped): Shaped[] {
  return model.sections.map((section) => sectionShape(model, section));
}

/** The shape of one. */
export function sectionShape(model: Unshaped, section: MapSection): Shaped {
  const { xs, ys, rows, grid, sectionOf } = model;
  const own = rows.slice(section.rowStart, section.rowEnd);
  const others = (seat: number) => sectionOf[seat] !== section.index;
  let nearest = FAR;
  const look = (seat: number) => {
    const found = grid.nearest(xs[seat]!, ys[seat]!, nearest, others);
    if (found >= 0) nearest = Math.hypot(xs[found]! - xs[seat]!, ys[found]! - ys[seat]!);
  };
  for (const [i, { start, end }] of own.entries()) {
    // Only the outermost can be near to somebody else.
    const outer = i === 0 || i === own.length - 1;
    if (outer) for (let seat = start; seat < end; seat += SAMPLE) look(seat);
    if (outer || i % 2 === 0) {
      look(start);
      look(end - 1);
    }
  }
  const onOthers = (ring: Float32Array) => nearest < FAR && liesOnOthers(model, section, ring);
  const rings = sectionRings(xs, ys, own, { distance: nearest, onOthers, standing: section.standing });
  const outline = largest(rings);
  return { rings, outline, label: labelSpace(xs, ys, rowsWithin(own, model, outline, rings.length), outline) };
}

function liesOnOthers({ xs, ys, rows, sections }: Pick<SeatModel, "xs" | "ys" | "rows" | "sections">, own: MapSection, ring: Float32Array) {
  const box = boxOfRing(ring);
  const reach = { left: box.left - SEAT, right: box.right + SEAT, top: box.top - SEAT, bottom: box.bottom + SEAT };
  for (const other of sections) {
    if (other.index === own.index || other.end === other.start || !overlaps(other.box, reach)) continue;
    for (let r = other.rowStart; r < other.rowEnd; r += 1) {
      const row = rows[r]!;
      if (!overlaps(row.box, reach)) continue;
      // What lies on a section lies on its edge: its outer rows, and both ends of the others.
      const outer = r === other.rowStart || r === other.rowEnd - 1;
      const step = outer ? 1 : Math.max(1, row.end - 1 - row.start);
      for (let i = row.start; i < row.end; i += step) {
        const [x, y] = [xs[i]!, ys[i]!];
        if (x < reach.left || x > reach.right || y < reach.top || y > reach.bottom) continue;
        if (touchesDisc(ring, x, y, SEAT)) return true;
      }
    }
  }
  return false;
}

/** In a section of many rings the name goes to the largest: the rows that are in it. */
function rowsWithin(own: readonly { start: number; end: number; box: Box }[], model: Pick<SeatModel, "xs" | "ys">, outline: Float32Array, rings: number) {
  if (rings < 2) return own;
  const box = boxOfRing(outline);
  const inside = own.filter(({ start, end }) => {
    const middle = (start + end - 1) >> 1;
    const [x, y] = [model.xs[middle]!, model.ys[middle]!];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
  return inside.length > 0 ? inside : own;
}

function largest(rings: readonly Float32Array[]): Float32Array {
  const size = (ring: Float32Array) => {
    const { left, right, top, bottom } = boxOfRing(ring);
    return (right - left) * (bottom - top);
  };
  return rings.reduce((best, ring) => (size(ring) > size(best) ? ring : best), rings[0] ?? new Float32Array(0));
}

function boxOfRing(ring: Float32Array): Box {
  const box = emptyBox();
  for (let i = 0; i < ring.length; i += 2) include(box, ring[i]!, ring[i + 1]!);
  return box;
}
