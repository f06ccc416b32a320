import { indexPlan, type Block } from "../../../src/domain/seating/plan-index";
import { seatFlags } from "../../../src/domain/seating/flags";
import type { SeatingPlanContent } from "../../../src/domain/seating/plan/seating-plan";
import type { DemoVenue } from "../types";
import type { Random } from "./random";

/** A block with what makes people like it. */
type Place = { block: Block; weight: number; before: number; rowLength: number };

const GROUP_SIZES = [[2, 50], [4, 20], [3, 14], [1, 9], [5, 4], [6, 3]] as const; // prettier-ignore

/** Seats of a plan being sold, group after group, as an audience fills a room: good rows and the middle first. */
export function createHouse(input: {
  plan: SeatingPlanContent;
  bestRows: DemoVenue["bestRows"];
  blocked: ReadonlySet<number>;
  /** Share that will be sold: a full house has no room for courtesies. */
  sold: number;
  random: Random;
}) {
  const { plan, bestRows, blocked, sold, random } = input;
  const index = indexPlan(plan);
  const taken = new Set(blocked);
  const keptFor = seatFlags.accessible | seatFlags.companion;
  if (sold < 0.9) {
    for (const section of index.sections)
      for (const { seats } of section.blocks)
        for (const seat of seats) if (seat.flags & keptFor) taken.add(seat.ordinal);
  }
  const sections = index.sections.map((section, at) => {
    const rowCount = plan.sections[at]!.rows.length;
    const places = placesOf(section.blocks, rowCount, bestRows);
    return {
      seatCount: section.blocks.reduce((sum, { seats }) => sum + seats.length, 0),
      places,
      chances: places.map((place) => [place, place.weight] as const),
    };
  });

  /** Ordinals of `size` neighbours in a section, now sold; null where there are none, tidy unless `squeeze`. */
  const take = (section: number, size: number, squeeze = false): number[] | null => {
    const { places, chances } = sections[section]!;
    for (let tries = 0; tries < 14; tries++) {
      const found = spotIn(random.weighted(chances), size, false);
      if (found) return found;
    }
    for (const place of places) {
      const found = spotIn(place, size, squeeze);
      if (found) return found;
    }
    return null;
  };

  const spotIn = ({ block, before, rowLength }: Place, size: number, squeeze: boolean): number[] | null => {
    let best: { at: number; score: number } | null = null;
    const isFree = (at: number) => at >= 0 && at < block.seats.length && !taken.has(block.seats[at]!.ordinal);
    for (let at = 0; at + size <= block.seats.length; at++) {
      if (!Array.from({ length: size }, (_, step) => at + step).every(isFree)) continue;
      const strands = (edge: number, step: number) => isFree(edge) && !isFree(edge + step);
      if (!squeeze && (strands(at - 1, -1) || strands(at + size, 1))) continue;
      const score = Math.abs(before + at + size / 2 - rowLength / 2) + random.next() * (4 + rowLength * 0.3);
      if (!best || score < best.score) best = { at, score };
    }
    if (!best) return null;
    const seats = block.seats.slice(best.at, best.at + size).map((seat) => seat.ordinal);
    for (const ordinal of seats) taken.add(ordinal);
    return seats;
  };

  /** Sells about `count` seats of a section, in groups; in the order in which they went. */
  const fill = (section: number, count: number): number[][] => {
    const groups: number[][] = [];
    for (let left = count; left > 0;) {
      let size = Math.min(left, random.weighted(GROUP_SIZES));
      let seats = take(section, size);
      while (!seats && size > 1) seats = take(section, --size);
      seats ??= sold >= 0.9 ? take(section, 1, true) : null;
      if (!seats) break;
      groups.push(seats);
      left -= seats.length;
    }
    return groups;
  };

  return { take, fill, seatCounts: sections.map((section) => section.seatCount) };
}

function placesOf(blocks: Block[], rowCount: number, bestRows: DemoVenue["bestRows"]): Place[] {
  const lengths = new Map<number, number>();
  const places = blocks.map((block) => {
    const before = lengths.get(block.row) ?? 0;
    lengths.set(block.row, before + block.seats.length);
    return { block, before };
  });
  return places.map(({ block, before }) => {
    const rowLength = lengths.get(block.row)!;
    const depth = rowCount > 1 ? block.row / (rowCount - 1) : 0;
    const far = { front: depth, back: 1 - depth, middle: Math.abs(depth - 0.45) * 1.6 }[bestRows];
    const aside = Math.abs(before + block.seats.length / 2 - rowLength / 2) / rowLength;
    return { block, before, rowLength, weight: block.seats.length * Math.exp(-2.2 * far - 1.1 * aside) };
  });
}
