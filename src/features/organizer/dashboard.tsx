"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { debounce, useQueryStates } from "nuqs";
import { statusWords } from "~/components/event-status";
import { For } from "~/components/standing";
import { TablePageSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { eventStatuses, type EventStatus } from "~/domain/event-state";
import { api } from "~/trpc/react";
import { CheckoutFigures } from "./checkout-figures";
import { dashboardHref, dashboardInput, dashboardParams, dayRange } from "./dashboard-params";
import { DateRange } from "./date-range";
import { EventTable } from "./event-table";
import { SalesByDay } from "./sales-by-day";
import { SalesFigures } from "./sales-figures";

/** How one's events sell: figures of some days, day by day, and event by event. */
export function Dashboard() {
  const [params, setParams] = useQueryStates(dashboardParams, { history: "push" });
  const query = api.organizer.dashboard.useQuery(dashboardInput(params), {
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TablePageSkeleton figures={4} />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  const { events, eventsByStatus } = data;
  const known = Object.values(eventsByStatus).reduce((sum, count) => sum + (count ?? 0), 0);
  if (known === 0) return <FirstSteps />;
  return (
    <div aria-busy={query.isPlaceholderData}>
      <DateRange range={dayRange(params)} onChange={(range) => void setParams({ ...range, page: 1 })} />
      <SalesFigures totals={data.totals} ended={data.ended} behind="#events" />
      <SalesByDay days={data.salesByDay} />
      <CheckoutFigures checkouts={data.checkouts} />
      <section id="events" aria-labelledby="events-title" className="mt-12 scroll-mt-24">
        <h2 id="events-title" className="display text-xl">
          Events
        </h2>
        <div className="mt-4 mb-4 grid gap-3 sm:grid-cols-[minmax(0,20rem)_12rem]">
          <Field label="Search events">
            <Input
              type="search"
              placeholder="Title or venue"
              defaultValue={params.search}
              onChange={(event) =>
                void setParams(
                  { search: event.target.value, page: 1 },
                  { history: "replace", limitUrlUpdates: debounce(350) },
                )
              }
            />
          </Field>
          <Field label="Status">
            <Select
              value={params.status ?? ""}
              onChange={(event) =>
                void setParams({ status: (event.target.value || null) as EventStatus | null, page: 1 })
              }
            >
              <option value="">All ({known})</option>
              {eventStatuses.map((status) => (
                <option key={status} value={status}>
                  {statusWords[status]} ({eventsByStatus[status] ?? 0})
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {events.items.length === 0 ? (
          <p className="text-ink-soft py-6">No event fits. Try fewer words, or every status.</p>
        ) : (
          <EventTable events={events.items} />
        )}
        <div className="mt-6">
          <Pagination
            page={events.page}
            pageCount={events.pageCount}
            hrefFor={(page) => `${dashboardHref({ ...params, page })}#events`}
          />
        </div>
      </section>
    </div>
  );
}

function FirstSteps() {
  return (
    <EmptyState
      icon={CalendarPlus}
      title="Your first event starts with a room"
      action={
        <For least="MANAGER">
          <Button asChild>
            <Link href="/organizer/events/create">Create an event</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/organizer/venues/create">Add a venue</Link>
          </Button>
        </For>
      }
    >
      Choose a shared venue or draw your own, say what is on and when, and publish. Sales stand here from the
      first ticket on.
    </EmptyState>
  );
}
