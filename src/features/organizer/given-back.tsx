import { formatPaise } from "~/domain/money";
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

/** Coupons used, and why money went back. */
export function GivenBack({ report: { coupons, refunds } }: { report: Report }) {
  return (
    <section aria-label="Coupons and refunds" className="mt-12 grid gap-8 md:grid-cols-2">
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
    </section>
  );
}

function FactList({ title, empty, rows }: { title: string; empty: string; rows: [string, string][] }) {
  return (
    <div>
      <h2 className="display text-xl">{title}</h2>
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
