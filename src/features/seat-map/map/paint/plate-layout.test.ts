import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../model/box";
import { layPlates, tagOf, type PlateWish } from "./plate-layout";

const wish = (section: number, x: number, room: number, tag: number | null = 14): PlateWish => ({
  section,
  x,
  y: 0,
  room: { width: room, height: room },
  name: 50,
  price: 40,
  tag,
});

describe("layPlates", () => {
  it("says name, price and fullness where there is room, and less and less where there is not", () => {
    const kinds = (room: number) =>
      [0, 1, 2].map((i) => wish(i, i * 200, room)).map((w) => layPlates([w])[0]?.kind);
    expect(kinds(80)).toEqual(["full", "full", "full"]);
    expect(kinds(25)).toEqual(["tag", "tag", "tag"]);
    expect(kinds(8)).toEqual([undefined, undefined, undefined]);
    expect(layPlates([wish(0, 0, 25, null)])).toEqual([]);
  });

  it("says the same of all where most have room for no more", () => {
    const mostlySmall = [wish(0, 0, 100), wish(1, 200, 30), wish(2, 400, 30), wish(3, 600, 30)];
    expect(layPlates(mostlySmall).map((plate) => plate.kind)).toEqual(["tag", "tag", "tag", "tag"]);
  });

  it("never lays one over another", () => {
    const any = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 300 }),
      room: fc.integer({ min: 5, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (all) => {
        const plates = layPlates(all.map(({ x, y, room }, i) => ({ ...wish(i, x, room), y })));
        for (const [i, a] of plates.entries()) {
          for (const b of plates.slice(i + 1)) expect(overlaps(a.box, b.box)).toBe(false);
        }
      }),
    );
  });
});

describe("tagOf", () => {
  it("is what tells a block from its neighbours", () => {
    expect(["Upper 201", "Floor A", "L12", "Stand 4B"].map(tagOf)).toEqual(["201", "A", "L12", "4B"]);
    expect(["Dress circle", "Balcony", "Boxes left"].map(tagOf)).toEqual([null, null, null]);
  });
});
