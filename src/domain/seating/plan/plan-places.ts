import type { FileDecoration, PlanWarning } from "./plan-file";
import type { NamedSeat } from "./plan-names";
import { coveredPairs, LEAST_DISTANCE } from "./seating-plan-overlap";
import { SEAT_PITCH } from "./seating-plan";

type Place = { x: number; y: number };

/**
 * What one seat's width is in the file: the distance at which its closer-set seats stand. Boxes and tables set wide
 * apart do not make the stalls beside them small, and seats drawn on one point say nothing.
 */
export function unitOf(seats: readonly NamedSeat[]): number {
  const gaps: number[] = [];
  const last = new Map<string, NamedSeat>();
  for (const seat of seats) {
    const key = `${seat.zone}/${seat.rowIndex}`;
    const before = last.get(key);
    if (before) {
      const gap = Math.hypot(seat.x - before.x, seat.y - before.y);
      if (gap > 1e-6) gaps.push(gap);
    }
    last.set(key, seat);
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 10)] ?? 25;
}

/** Zones are moved outwards from the middle, in small steps, until none covers another; at most so many times. */
const STEP = 1.08;
const MOST_STEPS = 24;

/**
 * Draws zones apart whose seats lie on one another: each zone keeps its shape and its direction from the middle.
 * Zones round one and the same middle are set one behind the other.
 */
export function spread(seats: NamedSeat[], decorations: FileDecoration[], warnings: PlanWarning[]): void {
  const before = between(seats);
  if (before.length === 0) return;
  const zones = [...new Set(seats.map((seat) => seat.zone))];
  const centres = new Map(zones.map((zone) => [zone, centreOf(seats.filter((seat) => seat.zone === zone))]));
  const middle = centreOf([...centres.values()]);
  const start = seats.map(({ x, y }) => ({ x, y }));
  const drawn = decorations.map(({ item }) => ({ x: item.x, y: item.y }));
  const put = (shift: (zone: number) => Place) => {
    seats.forEach((seat, i) => Object.assign(seat, add(start[i]!, shift(seat.zone))));
    decorations.forEach(({ zone, item }, i) => Object.assign(item, add(drawn[i]!, shift(zone))));
  };
  let factor = 1;
  for (let step = 0; step < MOST_STEPS && between(seats).length > 0; step++) {
    factor *= STEP;
    put((zone) => {
      const centre = centres.get(zone) ?? middle;
      return { x: (centre.x - middle.x) * (factor - 1), y: (centre.y - middle.y) * (factor - 1) };
    });
  }
  if (between(seats).length > 0) put(stacked(zones, seats, start));
  const names = [...new Set(before.flatMap(([a, b]) => [a.zoneName, b.zoneName]))].slice(0, 6).join(", ");
  warnings.push({
    kind: "SPREAD",
    count: before.length,
    sentence: `${before.length} seats of ${names} lie on one another in the file; these zones are drawn apart.`,
  });
}

function stacked(zones: readonly number[], seats: readonly NamedSeat[], start: readonly Place[]): (zone: number) => Place {
  const shifts = new Map<number, Place>();
  let top = -Infinity;
  for (const zone of zones) {
    const ys = seats.flatMap((seat, i) => (seat.zone === zone ? [start[i]!.y] : []));
    const [least, most] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
    const dy = top === -Infinity ? 0 : Math.max(0, top + 2 * SEAT_PITCH - least);
    shifts.set(zone, { x: 0, y: dy });
    top = most + dy;
  }
  return (zone) => shifts.get(zone) ?? { x: 0, y: 0 };
}

/** Two seats of one zone on one point: the later one moves until it can be seen. */
export function unstack(seats: NamedSeat[], warnings: PlanWarning[]): void {
  const moved: NamedSeat[] = [];
  for (let round = 0; round < 4; round++) {
    const hidden = coveredPairs(seats, SEAT_PITCH * 0.2).map(([, later]) => later);
    if (hidden.length === 0) break;
    hidden.forEach((seat, i) => {
      const angle = (i + round) * 2.4;
      seat.x += Math.cos(angle) * SEAT_PITCH * 0.6;
      seat.y += Math.sin(angle) * SEAT_PITCH * 0.6;
    });
    moved.push(...hidden.filter((seat) => !moved.includes(seat)));
  }
  if (moved.length === 0) return;
  const first = moved.slice(0, 3).map((seat) => seat.place).join("; ");
  warnings.push({
    kind: "OVERLAP",
    count: moved.length,
    sentence: `${moved.length} seats stand on another seat's very place and are drawn beside it: ${first}${moved.length > 3 ? ", ..." : ""}.`,
    points: moved.map(({ x, y }) => ({ x, y })),
  });
}

/** Seats that half cover one another, for whoever looks at the drawing. */
export function halfCovered(seats: readonly NamedSeat[], warnings: PlanWarning[]): void {
  const pairs = coveredPairs(seats, SEAT_PITCH * 0.6);
  if (pairs.length === 0) return;
  const zones = [...new Set(pairs.flatMap(([a, b]) => [a.section, b.section]))].slice(0, 4).join(", ");
  warnings.push({
    kind: "OVERLAP",
    count: pairs.length,
    sentence: `${pairs.length} seats of ${zones} half cover one another and are hard to tell apart on the map.`,
    points: pairs.map(([, { x, y }]) => ({ x, y })),
  });
}

function between(seats: readonly NamedSeat[]): [NamedSeat, NamedSeat][] {
  return coveredPairs(seats, LEAST_DISTANCE).filter(([a, b]) => a.zone !== b.zone);
}

function centreOf(points: readonly Place[]): Place {
  const box = points.reduce(
    (box, { x, y }) => ({ l: Math.min(box.l, x), r: Math.max(box.r, x), t: Math.min(box.t, y), b: Math.max(box.b, y) }),
    { l: Infinity, r: -Infinity, t: Infinity, b: -Infinity },
  );
  return { x: (box.l + box.r) / 2, y: (box.t + box.b) / 2 };
}

function add(a: Place, b: Place): Place {
  return { x: a.x + b.x, y: a.y + b.y };
}
