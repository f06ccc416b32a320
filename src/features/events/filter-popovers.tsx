"use client";

import type { ReactNode } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { FilterButton, type FilterProps } from "./filter-button";
import { DateFilter } from "./filter-date";
import { PriceFilter } from "./filter-price";

type Opened = FilterProps & { defaultOpen: boolean };

/** What is behind the button of the days. */
export function DatePopover({ value, defaultOpen, ...shared }: Opened) {
  return (
    <FilterPopover label="Date" value={value} defaultOpen={defaultOpen}>
      <DateFilter {...shared} />
    </FilterPopover>
  );
}

/** What is behind the button of the price. */
export function PricePopover({ value, defaultOpen, ...shared }: Opened) {
  return (
    <FilterPopover label="Price" value={value} defaultOpen={defaultOpen}>
      <PriceFilter {...shared} />
    </FilterPopover>
  );
}

function FilterPopover({ label, value, defaultOpen, children }: { label: string; value: string | null; defaultOpen: boolean; children: ReactNode }) {
  return (
    <Popover defaultOpen={defaultOpen}>
      <PopoverTrigger asChild>
        <FilterButton label={label} value={value} />
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-96!">
        {children}
      </PopoverContent>
    </Popover>
  );
}
