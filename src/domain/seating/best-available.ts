import type { Block, IndexedSeat, PlanIndex } from "./plan-index";
import { seatFlags } from "./flags";

export type Wish = {
  count: number;
  sectionId?: string;
  /** Wheelchair places wanted: then only those; otherwise they are left to who needs them. */
  accessible?: boolean;
  /** With `accessible`: one wheelchair place, and beside it seats for who comes along; where there are, companions' seats. */
  companion?: boolean;
  /** Whether a seat may be had: free, and within the price. */
  isFree: (ordinal: number) => boolean;
  /** Which of equally ranked ideas to take: 0 is the best. Others give way when many want the same row. */
  skip?: number;
};

type Idea = { seats: number[]; score: number };

/** Ideas kept per rank, so that a refused one has a successor. */
const KEPT = 256;

/**
 * The best seats together, as ordinals; null where there are none together. One row and no single seat left over;
 * else one row; else two neighbouring rows with nobody alone. Within each, nearest to what everyone looks at.
 * One pass over the seats: fast on 50,000.
 */
export function bestAvailable(plan: PlanIndex, wish: Wish): number[] | null {
  const sections = wish.sectionId ? plan.sections.filter((section) => section.id === wish.sectionId) : plan.sections;
  const tidy = new Best();
  const adjacent = new Best();
  for (const section of sections) {
    for (const block of section.blocks) {
      for (const run of freeRuns(block, wish)) {
        for (let at = 0; at + wish.count <= run.length; at++) {
          const chosen = run.slice(at, at + wish.count);
          if (!serves(chosen, wish)) continue;
          const orphans = at === 1 || run.length - wish.count - at === 1;
          (orphans ? adjacent : tidy).offer(chosen, distance(chosen, plan.focus) + strangers(chosen, wish));
        }
      }
    }
  }
  const skip = wish.skip ?? 0;
  return tidy.pick(skip) ?? adjacent.pick(skip) ?? twoRows(plan, sections, wish).pick(skip);
}

/** Stretches of a block's seats that may be had, each without a gap. */
function freeRuns(block: Block, wish: Wish): IndexedSeat[][] {
  const runs: IndexedSeat[][] = [];
  let run: IndexedSeat[] = [];
  for (const seat of block.seats) {
    if (wish.isFree(seat.ordinal) && suits(seat, wish)) run.push(seat);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function suits(seat: IndexedSeat, wish: Wish): boolean {
  if (wish.accessible && wish.companion) return true;
  const forWheelchairs = (seat.flags & (seatFlags.accessible | seatFlags.companion)) !== 0;
  return wish.accessible ? forWheelchairs : !forWheelchairs;
}

/** Companions' seats alone are of no use to who comes in a wheelchair; who comes with them needs a seat, not a space. */
function serves(seats: IndexedSeat[], wish: Wish): boolean {
  if (!wish.accessible) return true;
  const spaces = seats.filter(({ flags }) => (flags & seatFlags.accessible) !== 0).length;
  return wish.companion ? spaces === 1 : spaces > 0;
}

/** Seats that are not meant for companions are taken for them only where nothing else is near. */
function strangers(seats: IndexedSeat[], wish: Wish): number {
  if (!wish.companion) return 0;
  return 1e5 * seats.filter(({ flags }) => (flags & (seatFlags.accessible | seatFlags.companion)) === 0).length;
}

/** Two rows behind one another, at least two people in each, as near to each other as can be. */
function twoRows(plan: PlanIndex, sections: PlanIndex["sections"], wish: Wish): Best {
  const best = new Best();
  for (const section of sections) {
    const rows = byRow(section.blocks);
    for (const [row, front] of rows) {
      const behind = rows.get(row + 1);
      if (!behind) continue;
      for (let ahead = 2; ahead <= wish.count - 2; ahead++) {
        const second = windows(behind, wish, wish.count - ahead);
        for (const one of windows(front, wish, ahead)) {
          for (const two of second) {
            const spread = Math.abs(middle(one).x - middle(two).x);
            if (!serves([...one, ...two], wish)) continue;
            best.offer([...one, ...two], distance([...one, ...two], plan.focus) + strangers([...one, ...two], wish) + spread);
          }
        }
      }
    }
  }
  return best;
}

function byRow(blocks: Block[]): Map<number, Block[]> {
  const rows = new Map<number, Block[]>();
  for (const block of blocks) rows.set(block.row, [...(rows.get(block.row) ?? []), block]);
  return rows;
}

function windows(blocks: Block[], wish: Wish, size: number): IndexedSeat[][] {
  return blocks.flatMap((block) =>
    freeRuns(block, wish).flatMap((run) =>
      Array.from({ length: Math.max(0, run.length - size + 1) }, (_, at) => run.slice(at, at + size)),
    ),
  );
}

function middle(seats: IndexedSeat[]): { x: number; y: number } {
  const sum = seats.reduce((total, seat) => ({ x: total.x + seat.x, y: total.y + seat.y }), { x: 0, y: 0 });
  return { x: sum.x / seats.length, y: sum.y / seats.length };
}

function distance(seats: IndexedSeat[], focus: { x: number; y: number }): number {
  const { x, y } = middle(seats);
  const blind = seats.some((seat) => seat.flags & seatFlags.restrictedView) ? 1e6 : 0;
  return Math.hypot(x - focus.x, y - focus.y) + blind;
}

/** The few best of many, in order. */
class Best {
  private ideas: Idea[] = [];

  offer(seats: IndexedSeat[], score: number): void {
    const { ideas } = this;
    if (ideas.length === KEPT && score >= ideas[KEPT - 1]!.score) return;
    let at = ideas.length;
    while (at > 0 && ideas[at - 1]!.score > score) at--;
    ideas.splice(at, 0, { seats: seats.map((seat) => seat.ordinal), score });
    if (ideas.length > KEPT) ideas.pop();
  }

  pick(skip: number): number[] | null {
    return this.ideas[Math.min(skip, this.ideas.length - 1)]?.seats ?? null;
  }
}
