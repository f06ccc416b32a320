/** A code on a phone's screen turns every half minute (as RFC 6238 has it): a picture of it is soon worth nothing. */
export const STEP_MS = 30_000;

/** The half minute of an instant (ms, UTC). */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** Steps whose proof is taken at `now`: one before and one after, for clocks that differ and queues that move. */
export function stepsAround(now: number): number[] {
  const step = stepAt(now);
  return [step, step - 1, step + 1];
}

/** The organizer's wish for an evening. */
export type CodeRules = { turning: boolean; paper: boolean };

/** What a code's proof says: none is fine where paper is let in, or where nothing turns. */
export function proofVerdict(rules: CodeRules, proof: string | undefined, isFresh: (proof: string) => boolean): "FINE" | "STALE_CODE" | "NO_PAPER" {
  if (proof !== undefined) return isFresh(proof) ? "FINE" : "STALE_CODE";
  return rules.turning && !rules.paper ? "NO_PAPER" : "FINE";
}
