"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { Select } from "~/components/ui/select";
import { capitalised } from "~/lib/utils";
import { eventSorts, type EventSort } from "~/schemas/event";
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

/** A filter behind a button that says what it is set to. */
export function FilterPopover({
  label,
  value,
  children,
}: {
  label: string;
  value: string | null;
  children: ReactNode;
}) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="secondary"
          className={value ? "border-ink! bg-ink! text-paper! hover:border-ink-soft!" : "font-normal!"}
        >
          <span className="sr-only">{label}: </span>
          {value ? capitalised(value) : `Any ${label.toLowerCase()}`}
          <ChevronDown aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-96!">
        {children}
      </PopoverContent>
    </Popover>
  );
}
