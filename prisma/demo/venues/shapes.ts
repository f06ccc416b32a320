import { SEAT_PITCH, type Decoration, type SectionLayout } from "../../../src/domain/seating/plan/seating-plan";
import type { DemoSection } from "../types";

type Block = {
  name: string;
  /** Degrees clockwise from straight opposite the stage; the stage lies at 180. */
  angle: number;
  /** Degrees that the block has for itself, the gangway beside it included. */
  span: number;
  /** Of its front row, from the focal point. */
  radius: number;
  rows: number;
  /** Seat widths left free beside the block. */
  gangway: number;
  priceMultiplierBps: number;
  layout?: Partial<SectionLayout>;
};

/** One wedge of a tier round the focal point (0, 0): its rows grow with the circle they lie on. */
export function wedge(block: Block): DemoSection {
  const turn = (block.angle * Math.PI) / 180;
  const span = (block.span * Math.PI) / 180;
  return {
    name: block.name,
    rowCount: block.rows,
    seatsPerRow: Math.floor((block.radius * span) / SEAT_PITCH - block.gangway),
    priceMultiplierBps: block.priceMultiplierBps,
    layout: {
      shape: "curved",
      x: Math.round(-block.radius * Math.sin(turn)),
      y: Math.round(block.radius * Math.cos(turn)),
      rotation: block.angle,
      radius: block.radius,
      growth: Math.round(span * 100) / 100,
      ...block.layout,
    },
  };
}

/** The middle angles of `count` wedges that share `span` degrees evenly, the left-hand one of the audience first. */
export function anglesOf(count: number, span: number): number[] {
  return Array.from({ length: count }, (_, index) => span / 2 - (span / count) * (index + 0.5));
}

/** Names of seats `from` to `to` in each of these rows. */
export function seatNames(rows: string, from: number, to: number): string[] {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [...rows].flatMap((row) => numbers.map((number) => `${row}${number}`));
}

/** A stage, screen or pitch of this size whose middle is (x, y). */
export function centred(
  kind: "stage" | "screen" | "pitch" | "ring",
  [x, y]: [number, number],
  [width, height]: [number, number],
  label: string,
): Decoration {
  return { kind, x: x - width / 2, y: y - height / 2, width, height, label };
}
