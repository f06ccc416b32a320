import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWire, toWire } from "./layout-wire";
import { buildLayout, evenPrices } from "./seat-layout";
import type { PlanSection } from "./plan/seating-plan";

const tenth = fc.integer({ min: -50_000, max: 50_000 }).map((n) => n / 10 + 0);
const label = fc.oneof(
  fc.integer({ min: -3, max: 400 }).map(String),
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.constant("007"),
);
const seat = fc.record({ label, x: tenth, y: tenth, flags: fc.integer({ min: 0, max: 15 }) });
const counted = fc
  .integer({ min: 1, max: 40 })
  .map((count) =>
    Array.from({ length: count }, (_, i) => ({
      label: String(i * 2 + 1),
      x: i * 10 + 0.3,
      y: (i * i) / 10,
      flags: 0,
    })),
  );
const row = fc.record({
  label: fc.string({ maxLength: 3 }),
  seats: fc.oneof(counted, fc.array(seat, { minLength: 1, maxLength: 12 })),
});
const sections: fc.Arbitrary<PlanSection[]> = fc
  .array(fc.array(row, { maxLength: 5 }), { maxLength: 4 })
  .map((all) =>
    all.map((rows, i) => ({ id: `s${i}`, name: `Section ${i}`, priceMultiplierBps: 10_000, rows })),
  );

const layoutOf = (planSections: PlanSection[]) =>
  buildLayout({
    planHash: "hash",
    serial: 123,
    content: { name: "Hall", size: { width: 100, height: 80 }, sections: planSections, decorations: [] },
    prices: evenPrices(planSections.map(({ id }, i) => [id, 10_000 + i])),
  });

describe("the layout on the wire", () => {
  it("comes back as it was, seat by seat, through JSON", () => {
    fc.assert(
      fc.property(sections, (planSections) => {
        const layout = layoutOf(planSections);
        expect(fromWire(JSON.parse(JSON.stringify(toWire(layout))))).toEqual(layout);
      }),
    );
  });

  it("is a small part of the JSON it stands for", () => {
    const rows = Array.from({ length: 60 }, (_, r) => ({
      label: String(r + 1),
      seats: Array.from({ length: 80 }, (_, s) => {
        const angle = (s - 40) / (60 + r);
        const [x, y] = [Math.sin(angle) * (600 + r * 10), Math.cos(angle) * (600 + r * 10)];
        return { label: String(s + 1), x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, flags: 0 };
      }),
    }));
    const layout = layoutOf([{ id: "s", name: "Stand", priceMultiplierBps: 10_000, rows }]);
    const [full, packed] = [
      gzipSync(JSON.stringify(layout)).length,
      gzipSync(JSON.stringify(toWire(layout))).length,
    ];
    expect(packed).toBeLessThan(full / 4);
    expect(packed / 4_800).toBeLessThan(3);
  });
});
