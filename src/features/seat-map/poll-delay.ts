const VISIBLE_MS = 2_000;
const HIDDEN_MS = 20_000;
const JITTER_MS = 400;

/**
 * Milliseconds until seats are to be asked for again: about every 2 s, spread so that a crowd does not ask in step;
 * seldom behind another tab; never once nothing moves any more.
 *
 * @param until the sale's end, UTC; null: nothing is on sale
 * @param random 0 to 1; the same for the same turn, or whoever draws the page anew puts the poll off
 */
export function pollDelayMs(facts: {
  until: Date | null;
  nowMs: number;
  hidden: boolean;
  random: number;
}): number | false {
  if (!facts.until || facts.nowMs >= facts.until.getTime()) return false;
  return (facts.hidden ? HIDDEN_MS : VISIBLE_MS) + Math.round((facts.random * 2 - 1) * JITTER_MS);
}

/** A number from 0 to 1 for each turn of one page; pages differ by their seed. Neighbouring turns are far apart. */
export function spreadOf(turn: number, seed: number): number {
  const x = Math.sin(turn * 127.1 + seed * 311.7) * 43_758.5453;
  return x - Math.floor(x);
}
