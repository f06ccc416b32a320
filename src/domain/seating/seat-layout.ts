import { GST_BPS } from "../tax";
import { seatId } from "./seat-id";
import type { Decoration, SeatingPlanContent } from "./plan/seating-plan";

export type LayoutSeat = { id: string; ordinal: number; label: string; x: number; y: number; flags: number };
export type LayoutRow = { label: string; seats: LayoutSeat[] };
export type LayoutSection = { id: string; name: string; pricePaise: number; taxBps?: number; rows: LayoutRow[] };

/** An event's seats as they are drawn and listed: never changes for one `planHash`. Prices are before tax, of which `taxBps` says
 * the rate where it is not the usual one. */
export type SeatLayout = {
  planHash: string;
  size: { width: number; height: number };
  decorations: Decoration[];
  sections: LayoutSection[];
};

/** A plan with an event's seat ids and prices (paise by section id). */
export function buildLayout(input: {
  planHash: string;
  serial: number;
  content: SeatingPlanContent;
  prices: ReadonlyMap<string, number>;
  taxBps?: number;
}): SeatLayout {
  const { planHash, serial, content, prices, taxBps = GST_BPS } = input;
  let next = 0;
  const sections = content.sections.map(({ id, name, rows }) => ({
    id,
    name,
    pricePaise: prices.get(id) ?? 0,
    ...(taxBps !== GST_BPS && { taxBps }),
    rows: rows.map((row) => ({
      label: row.label,
      seats: row.seats.map(({ label, x, y, flags }) => {
        const ordinal = next++;
        return { id: seatId(serial, ordinal), ordinal, label, x, y, flags };
      }),
    })),
  }));
  return { planHash, size: content.size, decorations: content.decorations, sections };
}
