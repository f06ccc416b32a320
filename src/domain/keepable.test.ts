import { expect, it } from "vitest";
import { unkeepableAt } from "./keepable";

const deep = (levels: number): unknown => (levels === 0 ? "end" : { a: deep(levels - 1) });

it("finds where a sign stands that cannot be kept", () => {
  expect(unkeepableAt("a\0b")).toEqual([]);
  expect(unkeepableAt({ a: [1, { b: "half \ud800" }] })).toEqual(["a", "1", "b"]);
  expect(unkeepableAt({ a: { "\0": 1 } })).toEqual(["a"]);
});

it("finds where things go deeper than any form", () => {
  expect(unkeepableAt(deep(100))).toBeNull();
  expect(unkeepableAt(deep(101))).toHaveLength(100);
  expect(unkeepableAt(deep(5_000))).toHaveLength(100);
});

it("lets everything else pass", () => {
  const whole = { text: "Zoë 🎭\n", when: new Date(0), many: [null, true, 1.5, undefined], "ключ": "ਪੰਜਾਬੀ" };
  expect(unkeepableAt(whole)).toBeNull();
});
