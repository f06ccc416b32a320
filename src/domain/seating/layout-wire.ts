import type { LayoutRow, LayoutSection, SeatLayout } from "./seat-layout";

/**
 * A layout as it travels to browsers: 50,000 seats in a fraction of their JSON. Ids and ordinals are counted, labels
 * and coordinates are told as steps from seat to seat, of which most are the same as the step before.
 */
export type WireLayout = {
  v: 1;
  planHash: string;
  size: SeatLayout["size"];
  decorations: SeatLayout["decorations"];
  /** What every seat id begins with; the ordinal in base 36 follows. */
  prefix: string;
  sections: (Omit<LayoutSection, "rows"> & { rows: WireRow[] })[];
  /** Runs of seats that cost something else than their section's cheapest; left out where there are none. */
  prices?: WirePrice[];
};

type WirePrice = [from: number, count: number, paise: number];

/** Seat labels that count (first number, step, how many), or each by itself. */
type WireLabels = [first: number, step: number, count: number] | string[];

/**
 * Coordinates in tenths of a plan unit: the first, the step to the second, and from then on how much each step differs
 * from the one before. Flags are left out where all are 0.
 */
type WireRow = [label: string, labels: WireLabels, xs: number[], ys: number[], flags?: number[]];

/** Packs a layout whose ordinals run from 0 in the order of its seats, as domain/seat-layout makes them. */
export function toWire(layout: SeatLayout): WireLayout {
  const first = firstId(layout);
  return {
    v: 1,
    planHash: layout.planHash,
    size: layout.size,
    decorations: layout.decorations,
    prefix: first.slice(0, first.lastIndexOf("-") + 1),
    sections: layout.sections.map(({ rows, ...section }) => ({ ...section, rows: rows.map(packRow) })),
    ...packPrices(layout),
  };
}

function packPrices({ sections }: SeatLayout): { prices?: WirePrice[] } {
  const prices: WirePrice[] = [];
  for (const { rows } of sections)
    for (const { seats } of rows)
      for (const { ordinal, pricePaise } of seats) {
        if (pricePaise === undefined) continue;
        const last = prices.at(-1);
        if (last && last[2] === pricePaise && last[0] + last[1] === ordinal) last[1] += 1;
        else prices.push([ordinal, 1, pricePaise]);
      }
  return prices.length > 0 ? { prices } : {};
}

function unpackPrices(prices: readonly WirePrice[]): Map<number, number> {
  const seats = new Map<number, number>();
  for (const [from, count, paise] of prices) for (let i = from; i < from + count; i += 1) seats.set(i, paise);
  return seats;
}

/** The layout again, as `event.seatLayout` answers it. */
export function fromWire(wire: WireLayout): SeatLayout {
  let next = 0;
  const { planHash, size, decorations, prefix } = wire;
  const prices = unpackPrices(wire.prices ?? []);
  const sections = wire.sections.map(({ rows, ...section }) => ({
    ...section,
    rows: rows.map(([label, packed, xs, ys, flags]): LayoutRow => {
      const labels = unpackLabels(packed);
      const [x, y] = [steps(xs), steps(ys)];
      const seats = labels.map((seat, i) => {
        const ordinal = next++;
        const place = { x: x[i]! / 10, y: y[i]! / 10 };
        const pricePaise = prices.get(ordinal);
        const known = { id: prefix + ordinal.toString(36), ordinal, label: seat, ...place, flags: flags?.[i] ?? 0 };
        return pricePaise === undefined ? known : { ...known, pricePaise };
      });
      return { label, seats };
    }),
  }));
  return { planHash, size, decorations, sections };
}

function firstId({ sections }: SeatLayout): string {
  for (const { rows } of sections) for (const { seats } of rows) for (const { id } of seats) return id;
  return "-";
}

function packRow({ label, seats }: LayoutRow): WireRow {
  const labels = packLabels(seats.map((seat) => seat.label));
  const xs = differences(seats.map((seat) => Math.round(seat.x * 10)));
  const ys = differences(seats.map((seat) => Math.round(seat.y * 10)));
  const row: WireRow = [label, labels, xs, ys];
  if (seats.some((seat) => seat.flags !== 0)) row.push(seats.map((seat) => seat.flags));
  return row;
}

function packLabels(labels: string[]): WireLabels {
  const numbers = labels.map(Number);
  const [first = 0, second = first] = numbers;
  const step = second - first;
  const counts = labels.length > 0 && labels.every((label, i) => label === String(first + step * i));
  return counts ? [first, step, labels.length] : labels;
}

function unpackLabels(packed: WireLabels): string[] {
  if (typeof packed[0] !== "number") return packed as string[];
  const [first, step, count] = packed as [number, number, number];
  return Array.from({ length: count }, (_, i) => String(first + step * i));
}

/** Second differences: 3, 13, 23, 34 becomes 3, 10, 0, 1. */
function differences(values: readonly number[]): number[] {
  let step = 0;
  return values.map((value, i) => {
    if (i === 0) return value;
    const next = value - values[i - 1]!;
    const change = next - step;
    step = next;
    return change;
  });
}

function steps(changes: readonly number[]): number[] {
  let [value, step] = [0, 0];
  return changes.map((change, i) => {
    if (i === 0) return (value = change);
    step += change;
    return (value += step);
  });
}
