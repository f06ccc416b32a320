import { describe, expect, it } from "vitest";
import { coverage, type SeatShape } from "./masks";
import { readableOn } from "./palette";
import { SeatRaster } from "./raster";
import { makeSprite, SpriteCache } from "./sprite";

const alphaAt = (raster: SeatRaster, x: number, y: number) => raster.pixels[y * raster.width + x]! >>> 24;
const inkOf = (shape: SeatShape, radius: number) => {
  let sum = 0;
  for (let y = -radius - 1; y <= radius + 1; y += 0.25)
    for (let x = -radius - 1; x <= radius + 1; x += 0.25) sum += coverage(shape, x, y, radius) / 16;
  return sum;
};

describe("seat shapes", () => {
  it("cover as much as they should, so that each state is told by its shape", () => {
    const disc = inkOf("disc", 8);
    expect(disc).toBeCloseTo(Math.PI * 64, -1);
    expect(inkOf("dot", 8)).toBeLessThan(disc * 0.2);
    expect(inkOf("hatch", 8)).toBeGreaterThan(disc * 0.3);
    expect(inkOf("hatch", 8)).toBeLessThan(disc * 0.8);
    expect(inkOf("notch", 8)).toBeLessThan(disc * 0.9);
    expect(inkOf("diamond", 8)).toBeGreaterThan(disc * 0.6);
    expect(coverage("diamond", 0, 9, 8)).toBeGreaterThan(0);
    expect(coverage("diamond", 6, 6, 8)).toBe(0);
    expect(coverage("square", 6.5, 6.5, 8)).toBeGreaterThan(0);
    expect(coverage("disc", 6.5, 6.5, 8)).toBe(0);
  });
});

describe("SeatRaster", () => {
  it("stamps a sprite round the pixel that holds its middle, in its colour", () => {
    const raster = new SeatRaster();
    raster.begin(20, 20);
    raster.stamp(makeSprite("disc", 3, [10, 20, 30], 1), 10.5, 8.5);
    expect(raster.pixels[8 * 20 + 10]).toBe(0xff1e140a);
    expect(alphaAt(raster, 10, 2)).toBe(0);
    expect(raster.written.top).toBeLessThanOrEqual(6);
    expect(raster.written.bottom).toBeGreaterThanOrEqual(12);
  });

  it("moves by fractions of a pixel", () => {
    const raster = new SeatRaster();
    const sprite = makeSprite("disc", 1.5, [0, 0, 0], 1);
    raster.begin(20, 20);
    raster.stamp(sprite, 10.05, 10.5);
    const left = alphaAt(raster, 8, 10);
    raster.begin(20, 20);
    raster.stamp(sprite, 10.9, 10.5);
    expect(alphaAt(raster, 8, 10)).toBeLessThan(left);
    expect(alphaAt(raster, 12, 10)).toBeGreaterThan(0);
  });

  it("cuts off what lies outside, and starts empty again", () => {
    const raster = new SeatRaster();
    raster.begin(8, 8);
    const sprite = makeSprite("disc", 4, [1, 2, 3], 1);
    for (const [x, y] of [
      [-3, 4],
      [10, 4],
      [4, -3],
      [4, 10],
      [-50, -50],
      [50, 50],
    ] as const)
      raster.stamp(sprite, x, y);
    expect(alphaAt(raster, 0, 4)).toBeGreaterThan(0);
    expect(alphaAt(raster, 7, 4)).toBeGreaterThan(0);
    raster.begin(8, 8);
    expect(raster.pixels.every((pixel) => pixel === 0)).toBe(true);
  });

  it("keeps sprites of one size and forgets them at the next", () => {
    const cache = new SpriteCache();
    const first = cache.get("disc", 2, [1, 1, 1], 1);
    expect(cache.get("disc", 2, [1, 1, 1], 1)).toBe(first);
    expect(cache.get("disc", 2, [1, 1, 2], 1)).not.toBe(first);
    cache.get("disc", 3, [1, 1, 1], 1);
    expect(cache.get("disc", 2, [1, 1, 1], 1)).not.toBe(first);
  });
});

describe("readableOn", () => {
  it("writes dark on light colours and light on dark ones", () => {
    expect(readableOn([255, 240, 120])).toEqual([24, 14, 20]);
    expect(readableOn([10, 40, 120])).toEqual([255, 255, 255]);
  });
});
