export type Random = ReturnType<typeof createRandom>;

/** The same numbers for the same seed, on every machine (mulberry32). For demo data; guards nothing. */
export function createRandom(seed: string) {
  let state =
    [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** A whole number from `from` to `to`, both included. */
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
  /** One of the values, each as likely as its weight. */
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) if ((rest -= weight) < 0) return value;
    return choices[choices.length - 1]![0];
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
    }
    return shuffled;
  };
  const code = (length: number, letters: string): string =>
    Array.from({ length }, () => letters[whole(0, letters.length - 1)]).join("");
  /** A version 7 UUID of that moment. */
  const uuid = (at: Date): string => {
    const time = at.getTime().toString(16).padStart(12, "0");
    const rest = code(18, "0123456789abcdef");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${pick(["8", "9", "a", "b"])}${rest.slice(3, 6)}-${rest.slice(6)}`;
  };
  return { next, whole, pick, weighted, shuffle, code, uuid };
}
