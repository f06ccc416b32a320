import type { SeatModel } from "./seat-model";

/** Codes of packed availability (domain/seating/seat-packing). */
export const code = { available: 0, held: 1, booked: 2, blocked: 3 } as const;

/**
 * One byte a seat from packed availability; everything free where it is not known yet. `freed`: let go by this buyer a
 * moment ago, whatever the last answer still says.
 */
export function readStatuses(
  count: number,
  packed: Uint8Array | null,
  freed: Iterable<number> = [],
): Uint8Array {
  const statuses = new Uint8Array(count);
  if (packed) for (let i = 0; i < count; i += 1) statuses[i] = ((packed[i >> 2] ?? 0) >> ((i & 3) * 2)) & 3;
  for (const seat of freed) if (statuses[seat] === code.held) statuses[seat] = code.available;
  return statuses;
}

export type Occupancy = { free: Uint32Array; sellable: Uint32Array };

/** Free seats of each section, and those that are not blocked. */
export function occupancy(model: SeatModel, statuses: Uint8Array): Occupancy {
  const free = new Uint32Array(model.sections.length);
  const sellable = new Uint32Array(model.sections.length);
  for (let i = 0; i < model.count; i += 1) {
    const section = model.sectionOf[i]!;
    if (statuses[i] !== code.blocked) sellable[section]! += 1;
    if (statuses[i] === code.available) free[section]! += 1;
  }
  return { free, sellable };
}
