import { expect, it } from "vitest";
import { TokenBuckets } from "./token-buckets";

const three = { calls: 3, seconds: 60 };

it("lets so many pass at once, and then one as each comes back", () => {
  const buckets = new TokenBuckets();
  for (let i = 0; i < 3; i++) expect(buckets.take("a", three, 0)).toBe(0);
  expect(buckets.take("a", three, 0)).toBe(20_000);
  expect(buckets.take("a", three, 5_000)).toBe(15_000);
  expect(buckets.take("a", three, 20_000)).toBe(0);
  expect(buckets.take("a", three, 20_000)).toBe(20_000);
  expect(buckets.take("b", three, 20_000)).toBe(0);
});

it("saves up no more than a bucket, and is not confused by a clock that went back", () => {
  const buckets = new TokenBuckets();
  expect(buckets.take("a", three, 1_000_000)).toBe(0);
  for (let i = 0; i < 3; i++) expect(buckets.take("a", three, 9_000_000)).toBe(0);
  expect(buckets.take("a", three, 8_000_000)).toBe(20_000);
});

it("remembers so many keys and no more, those in use longest", () => {
  const buckets = new TokenBuckets(10);
  for (let i = 0; i < 3; i++) buckets.take("kept", three, 0);
  for (let i = 0; i < 1_000; i++) {
    buckets.take(`stranger ${i}`, three, 0);
    expect(buckets.take("kept", three, 0)).toBeGreaterThan(0);
  }
  expect(buckets.size).toBe(10);
});
