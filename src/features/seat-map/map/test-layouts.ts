import type { SeatLayout } from "~/domain/seating/seat-layout";
import { buildLayout, evenPrices } from "~/domain/seating/seat-layout";
import type { SectionSpec } from "~/domain/seating/plan/seating-plan";
import { generatePlan } from "~/domain/seating/plan/seating-plan-generate";

/** A layout for tests, made as the product makes them; prices in paise by the order of the sections. */
export function testLayout(sections: Partial<SectionSpec>[], prices: number[] = []): SeatLayout {
  const specs = sections.map((section, i) => ({
    id: `s${i}`,
    name: `Section ${i}`,
    rowCount: 4,
    seatsPerRow: 6,
    priceMultiplierBps: 10_000,
    layout: {},
    ...section,
  }));
  const content = generatePlan({ name: "Hall", sections: specs });
  return buildLayout({
    planHash: "hash",
    serial: 7,
    content,
    prices: evenPrices(specs.map(({ id }, i) => [id, prices[i] ?? 50_000])),
  });
}
