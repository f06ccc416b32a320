"use client";

import { SlidersHorizontal } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { Field } from "~/components/ui/field";
import { Sheet, SheetClose, SheetContent, SheetTrigger } from "~/components/ui/sheet";
import { categoryOrder, categoryWords } from "~/lib/categories";
import { activeFilters, describeDates, describePrices } from "./describe-filters";
import { DateFilter } from "./filter-date";
import { CitySelect, FilterPopover, SortSelect } from "./filter-fields";
import { PriceFilter } from "./filter-price";
import { SearchBox } from "./search-box";
import type { EventFilters as Filters } from "./search-params";

/** The bar above the events: search, categories as chips, the rest beside them; on phones the rest is a drawer. */
export function EventFilters({
  filters,
  cities,
  total,
  onChange,
  onType,
  autoFocus,
}: {
  filters: Filters;
  cities: string[];
  total: number | undefined;
  onChange: (changes: Partial<Filters>) => void;
  onType: (changes: Partial<Filters>) => void;
  autoFocus?: boolean;
}) {
  const shared = { filters, onChange };
  const behind = activeFilters(filters).filter(
    ({ lift }) => !("search" in lift) && !("category" in lift),
  ).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-[minmax(0,1fr)_auto]">
        <SearchBox value={filters.search} onChange={(search) => onType({ search })} autoFocus={autoFocus} />
        <div className="hidden items-center gap-2 md:flex">
          <CitySelect {...shared} cities={cities} className="w-40" />
          <FilterPopover label="Date" value={describeDates(filters)}>
            <DateFilter {...shared} />
          </FilterPopover>
          <FilterPopover label="Price" value={describePrices(filters)}>
            <PriceFilter {...shared} />
          </FilterPopover>
          <SortSelect {...shared} className="w-44" />
        </div>
      </div>
      <div className="flex items-center gap-2">
        <Sheet>
          <SheetTrigger asChild>
            <Button variant="secondary" size="sm" className="rounded-full! md:hidden">
              <SlidersHorizontal aria-hidden /> Filters {behind > 0 && <Badge tone="outline">{behind}</Badge>}
            </Button>
          </SheetTrigger>
          <SheetContent
            title="Filters"
            side="bottom"
            footer={
              <SheetClose asChild>
                <Button className="w-full">
                  {total === undefined ? "Show events" : `Show ${total} ${total === 1 ? "event" : "events"}`}
                </Button>
              </SheetClose>
            }
          >
            <div className="grid gap-6">
              <Field label="City">
                <CitySelect {...shared} cities={cities} />
              </Field>
              <fieldset>
                <legend className="mb-2 text-sm font-medium">Date</legend>
                <DateFilter {...shared} />
              </fieldset>
              <fieldset>
                <legend className="mb-2 text-sm font-medium">Price</legend>
                <PriceFilter {...shared} />
              </fieldset>
              <Field label="Order">
                <SortSelect {...shared} />
              </Field>
            </div>
          </SheetContent>
        </Sheet>
        <div
          role="group"
          aria-label="Category"
          className="no-scrollbar -mr-4 flex gap-2 overflow-x-auto py-1 pr-4 sm:mr-0"
        >
          <Chip pressed={filters.category === null} onClick={() => onChange({ category: null })}>
            Everything
          </Chip>
          {categoryOrder.map((category) => (
            <Chip
              key={category}
              pressed={filters.category === category}
              onClick={() => onChange({ category: filters.category === category ? null : category })}
            >
              {categoryWords[category].label}
            </Chip>
          ))}
        </div>
      </div>
    </div>
  );
}
