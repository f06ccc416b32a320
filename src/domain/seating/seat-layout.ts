import { GST_BPS } from "../tax";
import { seatId } from "./seat-id";
import type { Decoration, SeatingPlanContent } from "./plan/seating-plan";

/** `pricePaise` only where the seat costs something else than its section's cheapest. */
export type LayoutSeat = { id: string; ordinal: number; label: string; x: number; y: number; flags: number; pricePaise?: number };
export type LayoutRow = { label: string; seats: LayoutSeat[] };
/** `pricePaise`: of its cheapest seat; `maxPricePaise` only where others cost more. */
export type LayoutSection = { id: string; name: string; pricePaise: number; maxPricePaise?: number; taxBps?: number; rows: LayoutRow[] };

/** What a seat costs, in paise before tax. */
export function priceOfSeat(section: Pick<LayoutSection, "pricePaise">, seat: Pick<LayoutSeat, "pricePaise">): number {
  return seat.pricePaise ?? section.pricePaise;
}

/** An event's seats as they are drawn and listed: never changes for one `planHash`. Prices are before tax, of which `taxBps` says
 * the rate where it is not the usual one. */
export type SeatLayout = {
  planHash: string;
  size: { width: number; height: number };
  decorations: Decoration[];
  sections: LayoutSection[];
};

/** A section's cheapest and dearest seat, and seats (by ordinal) that cost something else than the cheapest; in paise. */
export type LayoutPrices = {
  sections: ReadonlyMap<string, { from: number; to: number }>;
  seats: ReadonlyMap<number, number>;
};

/** Prices where all seats of a section cost the same: paise by section id. */
export function evenPrices(prices: Iterable<readonly [sectionId: string, paise: number]>): LayoutPrices {
  return { sections: new Map(Array.from(prices, ([id, paise]) => [id, { from: paise, to: paise }])), seats: new Map() };
}

/** A plan with an event's seat ids and prices. */
export function buildLayout(input: {
  planHash: string;
  serial: number;
  content: SeatingPlanContent;
  prices: LayoutPrices;
  taxBps?: number;
}): SeatLayout {
  const { planHash, serial, content, prices, taxBps = GST_BPS } = input;
  let next = 0;
  const sections = content.sections.map(({ id, name, rows }) => ({
    id,
    name,
    ...sectionPrice(prices.sections.get(id)),
    ...(taxBps !== GST_BPS && { taxBps }),
    rows: rows.map((row) => ({
      label: row.label,
      seats: row.seats.map(({ label, x, y, flags }) => {
        const ordinal = next++;
        const pricePaise = prices.seats.get(ordinal);
        return { id: seatId(serial, ordinal), ordinal, label, x, y, flags, ...(pricePaise !== undefined && { pricePaise }) };
      }),
    })),
  }));
  return { planHash, size: content.size, decorations: content.decorations, sections };
}

function sectionPrice({ from, to } = { from: 0, to: 0 }): Pick<LayoutSection, "pricePaise" | "maxPricePaise"> {
  return { pricePaise: from, ...(to > from && { maxPricePaise: to }) };
}
