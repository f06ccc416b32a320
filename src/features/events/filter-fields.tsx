"use client";

import { Select } from "~/components/ui/select";
import { eventSorts, type EventSort } from "~/domain/event-sorts";
import { sortOf, type EventFilters } from "./search-params";

type Props = { filters: EventFilters; onChange: (changes: Partial<EventFilters>) => void };

/** Where. A city from the URL that has no events stays on the list. */
export function CitySelect({
  filters,
  onChange,
  cities,
  className,
}: Props & { cities: string[]; className?: string }) {
  const known = filters.city && !cities.includes(filters.city) ? [filters.city, ...cities] : cities;
  return (
    <Select
      aria-label="City"
      className={className}
      value={filters.city}
      onChange={(event) => onChange({ city: event.target.value })}
    >
      <option value="">Every city</option>
      {known.map((city) => (
        <option key={city}>{city}</option>
      ))}
    </Select>
  );
}

const sortWords: Record<EventSort, string> = {
  match: "Best match first",
  date: "Soonest first",
  price: "Cheapest first",
  popular: "Most booked first",
};

/** In which order; the best match is one only where something is searched for. */
export function SortSelect({ filters, onChange, className }: Props & { className?: string }) {
  const usual = sortOf({ ...filters, sort: null });
  return (
    <Select
      aria-label="Order"
      className={className}
      value={sortOf(filters)}
      onChange={(event) => {
        const sort = event.target.value as EventSort;
        onChange({ sort: sort === usual ? null : sort });
      }}
    >
      {eventSorts
        .filter((sort) => sort !== "match" || filters.search.trim())
        .map((sort) => (
          <option key={sort} value={sort}>
            {sortWords[sort]}
          </option>
        ))}
    </Select>
  );
}
