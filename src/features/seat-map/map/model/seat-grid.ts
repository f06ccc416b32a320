import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Box } from "./box";

/**
 * Which seat is where, for pointers: a grid of cells three seats wide whose seats lie in one array, cell after cell.
 * Built in one pass over the seats; a lookup reads nine cells at most for a finger's reach.
 */
export class SeatGrid {
  private static readonly cell = SEAT_PITCH * 3;
  private readonly columns: number;
  private readonly lines: number;
  private readonly firsts: Uint32Array;
  private readonly seats: Uint32Array;

  constructor(
    private readonly xs: Float32Array,
    private readonly ys: Float32Array,
    private readonly box: Box,
  ) {
    this.columns = Math.max(1, Math.ceil((box.right - box.left) / SeatGrid.cell) + 1);
    this.lines = Math.max(1, Math.ceil((box.bottom - box.top) / SeatGrid.cell) + 1);
    this.firsts = new Uint32Array(this.columns * this.lines + 1);
    this.seats = new Uint32Array(xs.length);
    for (let i = 0; i < xs.length; i += 1) this.firsts[this.cellOf(xs[i]!, ys[i]!) + 1]! += 1;
    for (let c = 1; c < this.firsts.length; c += 1) this.firsts[c]! += this.firsts[c - 1]!;
    const next = this.firsts.slice();
    for (let i = 0; i < xs.length; i += 1) {
      const cell = this.cellOf(xs[i]!, ys[i]!);
      this.seats[next[cell]!] = i;
      next[cell]! += 1;
    }
  }

  /** The seat nearest to a point (plan units) within `reach`, for which `accept` holds; -1 where there is none. */
  nearest(x: number, y: number, reach: number, accept?: (seat: number) => boolean): number {
    let best = -1;
    let closest = reach * reach;
    const [fromColumn, toColumn] = [this.column(x - reach), this.column(x + reach)];
    const [fromLine, toLine] = [this.line(y - reach), this.line(y + reach)];
    for (let line = fromLine; line <= toLine; line += 1) {
      for (let column = fromColumn; column <= toColumn; column += 1) {
        const cell = line * this.columns + column;
        for (let s = this.firsts[cell]!; s < this.firsts[cell + 1]!; s += 1) {
          const seat = this.seats[s]!;
          const away = (this.xs[seat]! - x) ** 2 + (this.ys[seat]! - y) ** 2;
          if (away > closest || (away === closest && best !== -1) || (accept && !accept(seat))) continue;
          [best, closest] = [seat, away];
        }
      }
    }
    return best;
  }

  private cellOf(x: number, y: number): number {
    return this.line(y) * this.columns + this.column(x);
  }
  private column(x: number): number {
    return clamp(Math.floor((x - this.box.left) / SeatGrid.cell), this.columns - 1);
  }
  private line(y: number): number {
    return clamp(Math.floor((y - this.box.top) / SeatGrid.cell), this.lines - 1);
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
