import { shareOf } from "./money";

/** What Aisle keeps of a sale, in basis points of what is left of it before tax. */
export const PLATFORM_FEE_BPS = 0;

/** What came and went of one event's sales, in paise; money that came late or twice was never a sale. */
export type SaleSums = {
  /** Paid by buyers, tax included. */
  soldPaise: number;
  soldTaxPaise: number;
  /** Given back, or on its way back. */
  backPaise: number;
  backTaxPaise: number;
  /** Of the tax that is left: what stands on invoices in Aisle's own name, who pays it to the state. */
  aislesTaxPaise: number;
};

/** What is owed to whom of an event, in paise. The three add up to what is left of the sales. */
export type Owed = { leftPaise: number; toOrganizerPaise: number; feePaise: number; aislesTaxPaise: number; organizersTaxPaise: number };

/** Sales less what went back; of that the organizer's is all but Aisle's fee and the tax that Aisle pays. */
export function owedOf(sums: SaleSums): Owed {
  const leftPaise = sums.soldPaise - sums.backPaise;
  const taxPaise = sums.soldTaxPaise - sums.backTaxPaise;
  const feePaise = shareOf(Math.max(0, leftPaise - taxPaise), PLATFORM_FEE_BPS);
  const { aislesTaxPaise } = sums;
  return { leftPaise, feePaise, aislesTaxPaise, organizersTaxPaise: taxPaise - aislesTaxPaise, toOrganizerPaise: leftPaise - feePaise - aislesTaxPaise };
}
