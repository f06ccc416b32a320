/** A stream of numbers in [0, 1) and the choices made with it; the same seed gives the same stream. */
export type Random = {
  next: () => number;
  /** A number in [from, to). */
  between: (from: number, to: number) => number;
  /** A whole number in [from, to]. */
  whole: (from: number, to: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  chance: (probability: number) => boolean;
};

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** mulberry32 over the text's hash. */
export function randomFrom(text: string): Random {
  let state = hashOf(text);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (from: number, to: number) => from + next() * (to - from);
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1));
  return {
    next,
    between,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    chance: (probability) => next() < probability,
  };
}
