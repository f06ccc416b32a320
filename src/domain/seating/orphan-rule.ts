import { bestAvailable } from "./best-available";
import type { PlanIndex } from "./plan-index";

/**
 * Seats (ordinals) that a choice would leave alone: free, with no free neighbour left, beside a chosen seat, and not
 * alone before. `isFree` tells what is free now, the chosen seats included.
 */
export function strandedBy(plan: PlanIndex, chosen: readonly number[], isFree: (ordinal: number) => boolean): number[] {
  const taken = new Set(chosen);
  const freeAfter = (ordinal: number | undefined) => ordinal !== undefined && isFree(ordinal) && !taken.has(ordinal);
  const stranded = new Set<number>();
  for (const ordinal of chosen) {
    const place = plan.placeOf[ordinal];
    if (!place) continue;
    for (const at of [place.at - 1, place.at + 1]) {
      const seat = place.block.seats[at]?.ordinal;
      if (seat === undefined || !freeAfter(seat)) continue;
      const neighbours = [place.block.seats[at - 1]?.ordinal, place.block.seats[at + 1]?.ordinal];
      if (!neighbours.some(freeAfter)) stranded.add(seat);
    }
  }
  return [...stranded].sort((a, b) => a - b);
}

/**
 * Seats (ordinals) for whose sake a choice is to be refused or warned of: those it strands, unless no choice of that
 * size in the same section would leave nobody's seat alone.
 */
export function orphansOf(plan: PlanIndex, chosen: readonly number[], isFree: (ordinal: number) => boolean): number[] {
  const stranded = strandedBy(plan, chosen, isFree);
  const [first] = chosen;
  if (stranded.length === 0 || first === undefined) return [];
  const section = plan.sections[plan.placeOf[first]!.block.section]!;
  return tidyChoiceExists(plan, section.id, chosen.length, isFree) ? stranded : [];
}

function tidyChoiceExists(plan: PlanIndex, sectionId: string, count: number, isFree: (ordinal: number) => boolean): boolean {
  for (const accessible of [false, true]) {
    const idea = bestAvailable(plan, { count, sectionId, accessible, isFree });
    if (idea && strandedBy(plan, idea, isFree).length === 0) return true;
  }
  return false;
}
