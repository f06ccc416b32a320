"use client";

import { Chip } from "~/components/ui/chip";
import { categoryOrder, categoryWords } from "~/lib/categories";
import { OnDemand } from "~/lib/on-demand";
import { activeFilters, describeDates, describePrices } from "./describe-filters";
import { DrawerButton } from "./drawer-button";
import { DateButton, PriceButton } from "./filter-button";
import { CitySelect, SortSelect } from "./filter-fields";
import { SearchBox } from "./search-box";
import type { EventFilters as Filters } from "./search-params";

const loadDrawer = () => import("./filter-drawer").then((module) => module.FilterDrawer);

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
          <DateButton {...shared} value={describeDates(filters)} />
          <PriceButton {...shared} value={describePrices(filters)} />
          <SortSelect {...shared} className="w-44" />
        </div>
      </div>
      <div className="flex items-center gap-2">
        <OnDemand load={loadDrawer} props={{ ...shared, cities, total, behind }} popup="dialog">
          {(opener) => <DrawerButton behind={behind} {...opener} />}
        </OnDemand>
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
