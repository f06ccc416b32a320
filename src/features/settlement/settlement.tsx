"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { TablePageSkeleton } from "~/components/table-skeleton";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { Stat } from "~/components/ui/stat";
import { formatPaise } from "~/domain/money";
import { monthsUntil } from "~/lib/months";
import { api } from "~/trpc/react";
import { StatementTable } from "./statement-table";

/** A month's statement: what is owed in one figure, and event by event; as files. */
export function Settlement({ now, ofAll }: { now: Date; ofAll: boolean }) {
  const [asked, setAsked] = useQueryState("month", parseAsString.withDefault(""));
  const months = monthsUntil(now, 24, 3);
  const month = months.some(({ value }) => value === asked) ? asked : now.toISOString().slice(0, 7);
  const query = api.settlement.month.useQuery({ month }, { placeholderData: keepPreviousData, staleTime: 5_000 });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TablePageSkeleton figures={4} />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  const { totals, lines } = data;
  return (
    <div aria-busy={query.isPlaceholderData}>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <Field label="Events of" className="w-56">
          <Select value={month} onChange={(event) => void setAsked(event.target.value)}>
            {months.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        {lines.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {(["pdf", "csv"] as const).map((kind) => (
              <Button key={kind} asChild variant="secondary">
                <a href={`/api/organizer/settlement.${kind}?month=${month}`} download>
                  <FileDown aria-hidden /> {kind.toUpperCase()}
                </a>
              </Button>
            ))}
          </div>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="text-ink-soft py-6">No event of this month is published. Choose another.</p>
      ) : (
        <>
          <dl className="mb-10 grid grid-cols-2 gap-x-8 gap-y-6 lg:grid-cols-4">
            <Stat label={ofAll ? "Owed to organizers" : "Owed to you"} value={formatPaise(totals.toOrganizerPaise)} note={totals.organizersTaxPaise > 0 ? `${formatPaise(totals.organizersTaxPaise)} of it is GST to pay on` : undefined} />
            <Stat label="Paid by buyers" value={formatPaise(totals.soldPaise)} />
            <Stat label="Given back" value={formatPaise(totals.backPaise)} note="Refunds on their way are counted" />
            <Stat label="GST that Aisle pays" value={formatPaise(totals.aislesTaxPaise)} note={totals.feePaise === 0 ? "Aisle keeps no fee" : `Aisle's fee: ${formatPaise(totals.feePaise)}`} />
          </dl>
          {totals.strayPaise > 0 && (
            <Alert tone="warning" className="mb-6">
              {formatPaise(totals.strayPaise)} came late or twice and still goes back to who paid. It is nobody&apos;s sale.
            </Alert>
          )}
          <StatementTable lines={lines} ofAll={ofAll} />
        </>
      )}
    </div>
  );
}
