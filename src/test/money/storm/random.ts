/** A seeded generator (mulberry32): the same seed plans the same storm. */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** From 0 to below 1. */
    next,
    /** A whole number from 0 to below `n`. */
    below: (n: number) => Math.floor(next() * n),
    /** True in this share of cases. */
    chance: (share: number) => next() < share,
  };
}

export type Random = ReturnType<typeof seeded>;
