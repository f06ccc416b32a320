import { describe, expect, it } from "vitest";
import { eventCategories } from "~/domain/event-state";
import { posterSvg, type PosterVariant } from "./poster";
import { widthOf } from "./lettering";
import { palettes } from "./palettes";
import { balance, setTitle } from "./title";

const variants: PosterVariant[] = ["poster", "square", "banner"];
const facts = {
  slug: "monsoon-ragas",
  title: "Monsoon Ragas",
  category: "CONCERT" as const,
  dateLine: "Sat 12 Dec",
};

/** Relative luminance of "#rrggbb" (WCAG 2). */
function luminance(hex: string) {
  const channel = (i: number) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe("posterSvg", () => {
  it("draws the same event the same way, and another event another way", () => {
    expect(posterSvg(facts)).toBe(posterSvg({ ...facts }));
    expect(posterSvg(facts)).not.toBe(posterSvg({ ...facts, slug: "monsoon-ragas-2" }));
  });

  it("draws every category in every format with whole numbers only, no NaN", () => {
    for (const category of eventCategories) {
      for (const variant of variants) {
        for (let i = 0; i < 12; i++) {
          const svg = posterSvg({ ...facts, category, variant, slug: `${category}-${i}` });
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/);
          expect(svg.length).toBeLessThan(80_000);
        }
      }
    }
  });

  it("escapes what people write", () => {
    const svg = posterSvg({
      ...facts,
      title: `<script>"Tom & Jerry"</script>`,
      subtitle: "<b>",
      dateLine: "क&<",
    });
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).toContain("&#60;script&#62;&#34;Tom &#38; Jerry&#34;");
    expect(svg).toContain("क&#38;&#60;");
  });

  it("sets titles of any length, in any script, and without a word", () => {
    for (const title of [
      "A",
      "",
      "   ",
      "Incomprehensibilities",
      "नमस्ते मुंबई",
      "The long way home ".repeat(12),
      "🎭",
    ]) {
      for (const variant of variants)
        expect(posterSvg({ ...facts, title, variant })).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe("the title", () => {
  it("stays inside its room in every setting", () => {
    for (const title of [
      "Hayavadana",
      "Mumbai Mavericks v Delhi Dashers",
      "A Walk Through Old Delhi at Dawn",
    ]) {
      for (const setting of ["block", "flush", "sentence"] as const) {
        const block = setTitle(title, setting, 528, 288, 200);
        for (const { text, size } of block.lines)
          expect(widthOf(text, block.cut) * size).toBeLessThanOrEqual(528.5);
        expect(block.height).toBeLessThanOrEqual(288 + 0.19 * 200);
      }
    }
  });

  it("is broken where the lines come out most even", () => {
    expect(balance(["A", "WALK", "THROUGH", "OLD", "DELHI"], 2, "condensed")).toEqual([
      "A WALK THROUGH",
      "OLD DELHI",
    ]);
    expect(balance(["ONE"], 1, "condensed")).toEqual(["ONE"]);
  });
});

it("keeps the letters of every palette readable on its ground", () => {
  for (const { ground, type, large, sharp } of palettes) {
    expect(contrast(type, ground)).toBeGreaterThanOrEqual(4.5);
    expect(new Set([ground, large, sharp]).size).toBe(3);
  }
});
