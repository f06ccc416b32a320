"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";
import { capitalised } from "~/lib/utils";
import type { EventFilters } from "./search-params";

/** What a filter behind a button needs. */
export type FilterProps = { value: string | null; filters: EventFilters; onChange: (changes: Partial<EventFilters>) => void };

const loadDate = () => import("./filter-popovers").then((module) => module.DatePopover);
const loadPrice = () => import("./filter-popovers").then((module) => module.PricePopover);

/** The days one has time, behind a button that says which. */
export function DateButton(props: FilterProps) {
  return (
    <OnDemand load={loadDate} props={props} popup="dialog">
      {(opener) => <FilterButton label="Date" value={props.value} {...opener} />}
    </OnDemand>
  );
}

/** What one wants to pay, behind a button that says how much. */
export function PriceButton(props: FilterProps) {
  return (
    <OnDemand load={loadPrice} props={props} popup="dialog">
      {(opener) => <FilterButton label="Price" value={props.value} {...opener} />}
    </OnDemand>
  );
}

/** The button itself: what its filter is set to. */
export function FilterButton({ label, value, ...props }: { label: string; value: string | null } & Omit<ComponentProps<typeof Button>, "value">) {
  return (
    <Button variant="secondary" className={value ? "border-ink! bg-ink! text-paper! hover:border-ink-soft!" : "font-normal!"} {...props}>
      <span className="sr-only">{label}: </span>
      {value ? capitalised(value) : `Any ${label.toLowerCase()}`}
      <ChevronDown aria-hidden />
    </Button>
  );
}
