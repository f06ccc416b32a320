import { formatPaise } from "~/domain/money";
import type { LayoutSection } from "~/domain/seating/seat-layout";
import { allIn } from "~/domain/tax";

/** What a seat of a section costs all-in; "from" where not all cost the same. */
export function sectionPriceWords({ pricePaise, maxPricePaise, taxBps }: Pick<LayoutSection, "pricePaise" | "maxPricePaise" | "taxBps">): string {
  return `${maxPricePaise === undefined ? "" : "from "}${formatPaise(allIn(pricePaise, taxBps))}`;
}
