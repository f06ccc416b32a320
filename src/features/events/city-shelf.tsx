"use client";

import { useState } from "react";
import { Chip } from "~/components/ui/chip";
import { ErrorState } from "~/components/ui/error-state";
import { rememberCity } from "~/lib/chosen-city";
import { api, type RouterOutputs } from "~/trpc/react";
import { EventGridSkeleton } from "./event-grid";
import { EventShelf, ShelfRow } from "./event-shelf";

/** What is on in one city, and the other cities beside it. The first city's events come with the page. */
export function CityShelf({
  cities,
  first,
  chosen,
}: {
  cities: RouterOutputs["event"]["facets"]["cities"];
  first: RouterOutputs["event"]["list"];
  /** The city of `first`. */
  chosen: string;
}) {
  const [city, setCity] = useState(chosen);
  const choose = (next: string) => {
    setCity(next);
    rememberCity(next);
  };
  const list = api.event.list.useQuery(
    { city, limit: 4 },
    { initialData: city === chosen ? first : undefined },
  );
  return (
    <EventShelf title={`On in ${city}`} href={`/events?${new URLSearchParams({ city })}`} linkLabel={`All in ${city}`}>
      <div
        className="no-scrollbar -mx-4 mb-6 flex gap-2 overflow-x-auto px-4 py-1 sm:-mx-6 sm:px-6 lg:mx-0 lg:px-1"
        role="group"
        aria-label="City"
      >
        {cities.map((entry) => (
          <Chip key={entry.city} pressed={entry.city === city} onClick={() => choose(entry.city)}>
            {entry.city} <span className="figures opacity-80">{entry.count}</span>
          </Chip>
        ))}
      </div>
      {list.data ? (
        <ShelfRow events={list.data.items} />
      ) : list.isError ? (
        <ErrorState onRetry={() => void list.refetch()} retrying={list.isFetching} />
      ) : (
        <EventGridSkeleton count={4} />
      )}
    </EventShelf>
  );
}
