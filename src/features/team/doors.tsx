"use client";

import { ScanLine } from "lucide-react";
import { TableSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { formatWhen } from "~/lib/dates";
import { api } from "~/trpc/react";

/** The evenings whose doors open next, each with its scanner. */
export function Doors() {
  const query = api.checkIn.doors.useQuery();
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  if (data.length === 0) {
    return (
      <EmptyState icon={ScanLine} title="No doors open soon">
        Each event that is published stands here until a day after its start.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Doors" className="divide-line border-line divide-y border-t">
      {data.map(({ id, title, startsAt, venue }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
          <div className="min-w-0 grow basis-60">
            <p className="font-medium wrap-anywhere">{title}</p>
            <p className="text-ink-soft">
              {formatWhen(startsAt, venue)}, {venue.name}
            </p>
          </div>
          <Button asChild variant="secondary">
            {/* A document of its own: its policy lets the reader of codes run. */}
            <a href={`/door/${id}`} aria-label={`Open the door of ${title}`}>
              <ScanLine aria-hidden /> Open the door
            </a>
          </Button>
        </li>
      ))}
    </ul>
  );
}
