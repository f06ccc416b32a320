"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { BeyondEnd } from "~/components/beyond-end";
import { ErrorState } from "~/components/ui/error-state";
import { Pagination } from "~/components/ui/pagination";
import { RemovableChip } from "~/components/ui/chip";
import { recentSearches } from "~/lib/recent-searches";
import { cn } from "~/lib/utils";
import { api } from "~/trpc/react";
import { activeFilters, describeResults } from "./describe-filters";
import { EventFilters } from "./event-filters";
import { EventGrid, EventGridSkeleton } from "./event-grid";
import { Loosen } from "./loosen";
import { RecentSearches } from "./recent-searches";
import { eventsHref, toListInput } from "./search-params";
import { useEventFilters } from "./use-event-filters";

/** The events page below its title: filters, what they found in words, the wall, the pages. */
export function EventsBrowser() {
  const { filters, change, changeSlowly } = useEventFilters();
  const facets = api.event.facets.useQuery();
  const list = api.event.list.useQuery(toListInput(filters), { placeholderData: keepPreviousData });
  const cameToSearch = useSearchParams().get("focus") === "search";
  const found = list.data;
  const active = activeFilters(filters);
  // What found something is worth finding again; what was corrected for one is not.
  const worth = found && !list.isPlaceholderData && found.total > 0 && !found.searchedFor ? filters.search : "";
  useEffect(() => {
    if (worth) recentSearches.remember(worth);
  }, [worth]);
  const hrefFor = (page: number) => eventsHref({ ...filters, page });

  return (
    <>
      <EventFilters
        filters={filters}
        cities={facets.data?.cities.map(({ city }) => city) ?? []}
        total={found?.total}
        onChange={change}
        onType={changeSlowly}
        autoFocus={cameToSearch}
      />
      <div className="mt-6 mb-6 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="text-ink-soft">
          {found && !list.isError && found.total > 0 && (
            <>
              {found.searchedFor && <>Nothing for “{filters.search}”. This is what there is for “{found.searchedFor}”: </>}
              {describeResults(found.searchedFor ? { ...filters, search: "" } : filters, found.total)}
            </>
          )}
        </p>
        {active.length === 0 && <RecentSearches />}
        {active.length > 0 && found && found.total > 0 && (
          <div className="flex flex-wrap gap-2">
            {active.map(({ label, lift }) => (
              <RemovableChip key={label} label={label} onClick={() => change(lift)} />
            ))}
          </div>
        )}
      </div>
      {list.isError ? (
        <ErrorState onRetry={() => void list.refetch()} retrying={list.isFetching} />
      ) : !found ? (
        <EventGridSkeleton count={12} />
      ) : found.items.length === 0 && found.total > 0 ? (
        <BeyondEnd page={filters.page} pageCount={found.pageCount} hrefFor={hrefFor} />
      ) : found.items.length === 0 ? (
        <Loosen filters={filters} onChange={change} />
      ) : (
        <div
          className={cn("transition-opacity", list.isPlaceholderData && "opacity-50")}
          aria-busy={list.isPlaceholderData}
        >
          <h2 className="sr-only">What was found</h2>
          <EventGrid events={found.items} />
          <div className="mt-14">
            <Pagination page={filters.page} pageCount={found.pageCount} hrefFor={hrefFor} />
          </div>
        </div>
      )}
    </>
  );
}
