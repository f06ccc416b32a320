import { Stat } from "~/components/ui/stat";
import { formatPaise } from "~/domain/money";
import { formatBps } from "~/lib/percent";
import { countOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";

type Report = RouterOutputs["organizer"]["eventReport"];

const causes: Record<string, string> = {
  EVENT_CANCELLED: "The event was cancelled",
  CANCELLED_BY_BUYER: "Buyers cancelled",
  CANCELLED_BY_ORGANIZER: "You cancelled a booking",
  PARTIAL: "Part of a booking given back",
  LATE_PAYMENT: "Paid after the time was over",
  DOUBLE_PAYMENT: "Paid twice",
  WRONG_AMOUNT: "Another amount was paid",
  AT_GATEWAY: "Given back at the bank",
};

/** From checkout to paid, coupons used, and why money went back. */
export function BookingFunnel({ report: { bookingsByStatus, coupons, refunds } }: { report: Report }) {
  const count = (status: string) => (bookingsByStatus as Record<string, number | undefined>)[status] ?? 0;
  const begun = Object.values(bookingsByStatus).reduce((sum, n) => sum + (n ?? 0), 0);
  const paid = count("CONFIRMED") + count("REFUNDED");
  return (
    <section aria-labelledby="funnel-title" className="mt-12">
      <h2 id="funnel-title" className="display text-xl">
        From checkout to paid
      </h2>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-8 lg:grid-cols-4">
        <Stat label="Checkouts begun" value={begun.toLocaleString("en-IN")} />
        <Stat
          label="Paid"
          value={paid.toLocaleString("en-IN")}
          note={begun > 0 ? `${formatBps(Math.round((paid * 10_000) / begun))} of those begun` : undefined}
        />
        <Stat label="Ran out of time" value={count("EXPIRED").toLocaleString("en-IN")} />
        <Stat label="Cancelled" value={count("CANCELLED").toLocaleString("en-IN")} />
      </dl>
      <div className="mt-8 grid gap-8 md:grid-cols-2">
        <FactList
          title="Coupons used"
          empty="No coupon was used."
          rows={coupons.map(({ code, uses, discountPaise }) => [
            code,
            `${countOf(uses, "use")}, ${formatPaise(discountPaise)} given`,
          ])}
        />
        <FactList
          title="Refunds"
          empty="Nothing went back."
          rows={refunds.map((row) => [
            causes[row.cause] ?? row.cause.toLowerCase().replaceAll("_", " "),
            `${row.count.toLocaleString("en-IN")}, ${formatPaise(row.amountPaise)}`,
          ])}
        />
      </div>
    </section>
  );
}

function FactList({ title, empty, rows }: { title: string; empty: string; rows: [string, string][] }) {
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      {rows.length === 0 && <p className="text-ink-soft mt-1">{empty}</p>}
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} className="border-line flex justify-between gap-4 border-b py-2.5">
            <dt>{name}</dt>
            <dd className="figures text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
