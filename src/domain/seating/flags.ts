/** Bits of a seat's `flags`. */
export const seatFlags = { accessible: 1, companion: 2, restrictedView: 4, standing: 8 } as const;

export type SeatFlag = keyof typeof seatFlags;
/** The shape of a free seat on the map; without a flag it is a disc. */
export type FlagShape = "square" | "diamond" | "notch";

export type FlagFacts = { flag: SeatFlag; bit: number; word: string; shape: FlagShape | null };

/**
 * All that is said and drawn of each flag; `shape` null: nothing of its own. A seat that has several is drawn as the
 * first of them.
 */
export const flagTable: readonly FlagFacts[] = [
  { flag: "accessible", bit: seatFlags.accessible, word: "wheelchair space", shape: "square" },
  { flag: "companion", bit: seatFlags.companion, word: "companion seat", shape: "diamond" },
  { flag: "restrictedView", bit: seatFlags.restrictedView, word: "restricted view", shape: "notch" },
  { flag: "standing", bit: seatFlags.standing, word: "standing", shape: null },
];

/** What is special about a seat, or occurs on a plan. */
export function flagsIn(flags: number): FlagFacts[] {
  return flagTable.filter(({ bit }) => flags & bit);
}

/** Of these, what the map has a shape for. */
export function shapesIn(flags: number): (FlagFacts & { shape: FlagShape })[] {
  return flagsIn(flags).filter((facts): facts is FlagFacts & { shape: FlagShape } => facts.shape !== null);
}
