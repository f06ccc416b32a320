import { AppError } from "~/domain/errors";
import { priceRange, priceSections, type PricedSection } from "~/domain/event-pricing";
import { seatId } from "~/domain/seating/seat-id";
import { GST_BPS } from "~/domain/tax";
import type { Tx } from "~/server/db/db";
import { insertSeats, type SeatColumns } from "../sale/seats/write-seats";
import { shortHash, type CurrentPlan } from "../venues/current-plan";

/** The most that one seat may cost, so that a booking's sum fits its column. */
const MAX_SEAT_PRICE_PAISE = 100_000_000;

/** What the Event row says of its seats. */
export type SeatFacts = {
  planId: string;
  planHash: string;
  seatCount: number;
  minPricePaise: number;
  maxPricePaise: number;
  /** GST on its tickets, in basis points. */
  taxBps: number;
};

/**
 * Prices a plan for an event: the sections, and what the event's row says of them.
 * @throws AppError INVALID_INPUT (`basePricePaise`) where a section's seat would cost too much
 */
export function priceEvent(
  plan: CurrentPlan,
  serial: number,
  basePricePaise: number,
  taxBps = GST_BPS,
  priceRevision = 0,
): { sections: PricedSection[]; facts: SeatFacts } {
  const sections = priceSections(plan.content.sections, basePricePaise);
  const dear = sections.find((section) => section.pricePaise > MAX_SEAT_PRICE_PAISE);
  if (dear) {
    throw new AppError("INVALID_INPUT", `A seat in ${dear.name} would cost more than ₹10,00,000.`, {
      field: "basePricePaise",
    });
  }
  const planHash = layoutHash({ hash: plan.hash, serial, prices: sections.map((section) => section.pricePaise), taxBps, priceRevision });
  return {
    sections,
    facts: { planId: plan.id, planHash, seatCount: plan.seatCount, taxBps, ...priceRange(sections, basePricePaise) },
  };
}

/**
 * The name of an event's layout: by all that it shows. What is as usual is left out, so that layouts which browsers keep
 * stay good. `prices`: of the sections, in paise, in the plan's order.
 */
export function layoutHash(shown: { hash: string; serial: number; prices: number[]; taxBps: number; priceRevision: number }): string {
  const { hash, serial, prices, taxBps, priceRevision } = shown;
  const unusual = [...(taxBps === GST_BPS ? [] : [taxBps]), ...(priceRevision === 0 ? [] : [`prices ${priceRevision}`])];
  return shortHash(JSON.stringify([hash, serial, prices, ...unusual]));
}

/**
 * Makes the rows of an event's sections and seats, in bulk: 50,000 seats in well under three seconds. The Event row
 * must be there, the seats must not.
 */
export async function makeSeats(input: {
  tx: Tx;
  event: { id: string; serial: number };
  plan: CurrentPlan;
  sections: readonly PricedSection[];
}): Promise<void> {
  const { tx, event, plan, sections } = input;
  await tx.eventSection.createMany({ data: sections.map((section) => ({ eventId: event.id, ...section })) });
  const columns: SeatColumns = { id: [], ordinal: [], section: [], row: [], seat: [] };
  plan.content.sections.forEach((section, position) => {
    for (const row of section.rows) {
      for (const seat of row.seats) {
        const ordinal = columns.id.length;
        columns.id.push(seatId(event.serial, ordinal));
        columns.ordinal.push(ordinal);
        columns.section.push(position);
        columns.row.push(row.label);
        columns.seat.push(seat.label);
      }
    }
  });
  await insertSeats(tx, event.id, columns);
}
