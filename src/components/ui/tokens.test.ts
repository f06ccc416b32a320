import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, difference } from "~/test/contrast";

const css = readFileSync(path.join(import.meta.dirname, "../../app/globals.css"), "utf8");

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split("\n}")[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (oklch\([^)]*\));/g)].map(([, name, value]) => [name, value]),
  );
}

const modes = { light: tokensOf(":root"), dark: tokensOf(".dark") };
const grounds = ["paper", "surface", "raised"];
const on = (text: string[], ground: string[]) => text.flatMap((t) => ground.map((g) => [t, g] as const));

/** Text of any size. */
const aa = [
  ...on(["ink", "ink-soft", "accent-text", "success", "warning", "danger"], grounds),
  ...on(["ink"], ["success-soft", "warning-soft", "danger-soft", "accent-soft"]),
  ["success", "success-soft"],
  ["warning", "warning-soft"],
  ["danger", "danger-soft"],
  ["accent-text", "accent-soft"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["danger-ink", "danger"],
  ["danger-ink", "danger-hover"],
  ["paper", "ink"],
  ["seat-mine-ink", "seat-mine"],
] as const;

/** What money and time are read from. */
const aaa = on(["price", "urgent"], [...grounds, "warning-soft"]);

/** Edges of controls, focus rings, seats: 3:1. */
const tiers = ["tier-1", "tier-2", "tier-3", "tier-4", "tier-5", "tier-6"];
const shapes = on(
  ["line-strong", "focus", "accent", "seat-held", "seat-sold", "seat-mine", ...tiers],
  ["paper", "raised"],
);

describe.each(Object.entries(modes))("%s tokens", (_, tokens) => {
  const ratio = (a: string, b: string) => {
    expect(tokens[a], a).toBeDefined();
    expect(tokens[b], b).toBeDefined();
    return contrast(tokens[a]!, tokens[b]!);
  };

  it.each(aa)("%s on %s is AA", (text, ground) => expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5));
  it.each(aaa)("%s on %s is AAA", (text, ground) => expect(ratio(text, ground)).toBeGreaterThanOrEqual(7));
  it.each(shapes)("%s is seen on %s", (shape, ground) =>
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3),
  );
  it.each(tiers)("a letter is read on %s", (tier) =>
    expect(ratio("tier-ink", tier)).toBeGreaterThanOrEqual(3),
  );

  it.each(["full", "protan", "deutan"] as const)("price tiers stay apart with %s sight", (sight) => {
    const pairs = tiers.flatMap((a, i) =>
      tiers.slice(i + 1).map((b) => [a, b, difference(tokens[a]!, tokens[b]!, sight)] as const),
    );
    const closest = pairs.reduce((x, y) => (y[2] < x[2] ? y : x));
    expect(closest[2], `${closest[0]} and ${closest[1]}`).toBeGreaterThanOrEqual(0.09);
  });
});

it("defines every token in both modes", () => {
  expect(Object.keys(modes.dark).sort()).toEqual(Object.keys(modes.light).sort());
});
