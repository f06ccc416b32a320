"use client";

import { CalendarSearch } from "lucide-react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { api } from "~/trpc/react";
import { activeFilters, describeResults, noFilters } from "./describe-filters";
import { toListInput, type EventFilters } from "./search-params";

/** Nothing found: which single filter to lift, and how much each would bring. Ways that bring nothing are not offered. */
export function Loosen({
  filters,
  onChange,
}: {
  filters: EventFilters;
  onChange: (changes: Partial<EventFilters>) => void;
}) {
  const active = activeFilters(filters);
  const tries = api.useQueries((t) =>
    active.map(({ lift }) => t.event.list({ ...toListInput({ ...filters, ...lift, page: 1 }), limit: 1 })),
  );
  const ways = active.flatMap((filter, i) => {
    const total = tries[i]?.data?.total ?? 0;
    return total > 0 ? [{ ...filter, total }] : [];
  });
  const asking = tries.some((query) => query.isPending);
  return (
    <EmptyState
      icon={CalendarSearch}
      title={describeResults(filters, 0)}
      action={
        <>
          {ways.map(({ loosened, total, lift }) => (
            <Button key={loosened} variant="secondary" onClick={() => onChange(lift)}>
              {loosened} <span className="figures text-ink-soft font-normal">{total}</span>
            </Button>
          ))}
          {active.length > 0 && (
            <Button variant="ghost" onClick={() => onChange(noFilters)}>
              Clear every filter
            </Button>
          )}
        </>
      }
    >
      {active.length === 0
        ? "Nothing is on sale at the moment. New events come up most weeks."
        : ways.length > 0
          ? "One step back brings these:"
          : !asking && "No single filter hides everything. Try clearing several."}
    </EmptyState>
  );
}
