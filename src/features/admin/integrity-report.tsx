"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { TableSkeleton } from "~/components/table-skeleton";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";

/** Seats against bookings against money: each rule, and what breaks it. */
export function IntegrityReport() {
  const query = api.admin.integrity.useQuery(undefined, { staleTime: 0 });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  const broken = data.rules.filter((rule) => rule.broken > 0).length;
  return (
    <>
      <Alert
        tone={data.sound ? "success" : "danger"}
        title={data.sound ? "The books are sound" : `${countOf(broken, "rule")} broken`}
        action={
          <Button
            variant="secondary"
            size="sm"
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            Check again
          </Button>
        }
      >
        {countOf(data.rules.length, "rule")} checked {formatWhen(data.checkedAt, { timeZone: homeZone })}.
      </Alert>
      <ul className="mt-6">
        {data.rules.map((rule) => (
          <li key={rule.name} className="border-line flex gap-3 border-b py-3">
            {rule.broken === 0 ? (
              <CircleCheck aria-label="Sound" className="text-success mt-0.5 size-5 shrink-0" />
            ) : (
              <CircleAlert aria-label="Broken" className="text-danger mt-0.5 size-5 shrink-0" />
            )}
            <div className="min-w-0">
              <p>{rule.says}</p>
              {rule.broken > 0 && (
                <ul className="text-sm">
                  {rule.examples.map((example) => (
                    <li key={example.id} className="figures break-words">
                      {example.id}: {example.detail}
                    </li>
                  ))}
                  {rule.broken > rule.examples.length && (
                    <li>and {rule.broken - rule.examples.length} more</li>
                  )}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
