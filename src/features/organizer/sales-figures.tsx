import { Stat } from "~/components/ui/stat";
import { formatPaise } from "~/domain/money";
import { countOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";

type Ended = RouterOutputs["organizer"]["dashboard"]["ended"];
type Totals = RouterOutputs["organizer"]["dashboard"]["totals"];

/** Money and tickets of a range or of an event. `behind` is where the figures come from. */
export function SalesFigures({ totals, ended, behind }: { totals: Totals; ended: Ended; behind?: string }) {
  const given =
    totals.discountPaise > 0 ? `${formatPaise(totals.discountPaise)} given in coupons` : undefined;
  return (
    <dl className="mt-8 grid grid-cols-2 gap-x-6 gap-y-8 lg:grid-cols-4">
      <Stat
        label="Revenue"
        value={formatPaise(totals.revenuePaise)}
        note={`${formatPaise(totals.collectedPaise)} came in, GST included`}
        href={behind}
      />
      <Stat
        label="Tickets sold"
        value={totals.tickets.toLocaleString("en-IN")}
        note={`in ${countOf(totals.bookings, "booking")}${ended.bookings > 0 ? `; ${countOf(ended.tickets, "more", "more")} cancelled later` : ""}`}
        href={behind}
      />
      <Stat
        label="Sales"
        value={formatPaise(totals.salesPaise)}
        note={given ?? `${formatPaise(totals.taxPaise)} of it GST`}
      />
      <Stat label="Refunds" value={formatPaise(totals.refundedPaise)} note="gone back or on their way" />
    </dl>
  );
}
