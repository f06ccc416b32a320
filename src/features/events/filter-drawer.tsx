"use client";

import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Sheet, SheetClose, SheetContent, SheetTrigger } from "~/components/ui/sheet";
import { DrawerButton } from "./drawer-button";
import { DateFilter } from "./filter-date";
import { CitySelect, SortSelect } from "./filter-fields";
import { PriceFilter } from "./filter-price";
import type { EventFilters } from "./search-params";

/** The filters of phones, in a drawer. */
export function FilterDrawer({
  cities,
  total,
  behind,
  defaultOpen,
  ...shared
}: {
  filters: EventFilters;
  cities: string[];
  total: number | undefined;
  behind: number;
  onChange: (changes: Partial<EventFilters>) => void;
  defaultOpen: boolean;
}) {
  return (
    <Sheet defaultOpen={defaultOpen}>
      <SheetTrigger asChild>
        <DrawerButton behind={behind} />
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
  );
}
