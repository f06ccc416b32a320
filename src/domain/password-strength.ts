/** Why a password is too easy to guess. */
export type Weakness = "common" | "own words";

/** The shop's own words: the first that somebody tries here. */
const SHOP = ["aisle", "tickets", "ticket"];
/** What has to be left of a password once the words that everybody knows of its owner are taken out. */
const LEFT = 8;

/**
 * What makes a password of 8 characters or more too easy to guess, or null. `common` is the list of the commonest, in
 * lower case; `own` is what everybody knows of the account: its name and mail address.
 */
export function weaknessOf(password: string, common: ReadonlySet<string>, own: readonly string[]): Weakness | null {
  const plain = password.toLowerCase();
  // "Password1!" is "password" to who guesses.
  const bare = plain.replace(/[\d\s!@#$%^&*.?_-]+$/, "");
  if (common.has(plain) || (bare.length >= 6 && plain.length - bare.length <= 4 && common.has(bare))) return "common";
  if (new Set(plain).size <= 2 || isRun(plain)) return "common";
  const words = [...SHOP, ...own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))]
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ""), plain);
  return left !== plain && [...left].length < LEFT ? "own words" : null;
}

/** "12345678", "hgfedcba": each sign beside the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, at) => sign.codePointAt(0)! - [...text][at]!.codePointAt(0)!);
  return new Set(steps).size === 1 && Math.abs(steps[0]!) <= 1;
}
