/** "Nikhil Mehta" as strangers read it: "Nikhil M." A name of one word stays as it is. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const [initial] = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(words.length > 1 ? words.at(-1)! : "");
  return initial ? `${words[0]} ${initial.segment.toUpperCase()}.` : name.trim();
}
