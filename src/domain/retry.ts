const FIRST_MS = 15_000;
const LONGEST_MS = 6 * 3_600_000;

/** Milliseconds until attempt number `attempts + 1`, doubling from 15 s up to 6 hours. */
export function retryAfterMs(attempts: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
}

/** After so many attempts a person should look. */
export const STUCK_AFTER_ATTEMPTS = 5;
