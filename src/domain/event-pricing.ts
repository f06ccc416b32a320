import { sectionPrice } from "./pricing";
import { planSectionSeatCount, type PlanSection } from "./seating/plan/seating-plan";

export type PricedSection = {
  sectionId: string;
  position: number;
  name: string;
  priceMultiplierBps: number;
  pricePaise: number;
  seatCount: number;
};

/** A plan's sections with the price of one seat at `basePricePaise`, before tax. */
export function priceSections(sections: readonly PlanSection[], basePricePaise: number): PricedSection[] {
  return sections.map((section, position) => ({
    sectionId: section.id,
    position,
    name: section.name,
    priceMultiplierBps: section.priceMultiplierBps,
    pricePaise: sectionPrice(basePricePaise, section.priceMultiplierBps),
    seatCount: planSectionSeatCount(section),
  }));
}

/** Cheapest and dearest seat, in paise before tax; the base price where there are no seats yet. */
export function priceRange(sections: readonly PricedSection[], basePricePaise: number) {
  const prices = sections.filter((section) => section.seatCount > 0).map((section) => section.pricePaise);
  if (prices.length === 0) return { minPricePaise: basePricePaise, maxPricePaise: basePricePaise };
  return { minPricePaise: Math.min(...prices), maxPricePaise: Math.max(...prices) };
}
