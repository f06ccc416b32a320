"use client";

import { Chip } from "~/components/ui/chip";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { dayAfter, dayKey, homeZone, weekendFrom } from "~/lib/calendar";
import type { EventFilters } from "./search-params";

type Days = Pick<EventFilters, "dateFrom" | "dateTo">;

function presets(now: Date): { label: string; days: Days }[] {
  const today = dayKey(now, homeZone);
  const { from, to } = weekendFrom(now, homeZone);
  return [
    { label: "Any date", days: { dateFrom: null, dateTo: null } },
    { label: "Today", days: { dateFrom: today, dateTo: today } },
    { label: "This weekend", days: { dateFrom: from, dateTo: to } },
    { label: "Next 7 days", days: { dateFrom: today, dateTo: dayAfter(now, 6, homeZone) } },
    { label: "Next 30 days", days: { dateFrom: today, dateTo: dayAfter(now, 29, homeZone) } },
  ];
}

/** The days one has time. */
export function DateFilter({
  filters,
  onChange,
}: {
  filters: Days;
  onChange: (days: Partial<Days>) => void;
}) {
  const now = new Date();
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-2">
        {presets(now).map(({ label, days }) => (
          <Chip
            key={label}
            pressed={days.dateFrom === filters.dateFrom && days.dateTo === filters.dateTo}
            onClick={() => onChange(days)}
          >
            {label}
          </Chip>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Field label="From">
          <Input
            type="date"
            min={dayKey(now, homeZone)}
            max={filters.dateTo ?? undefined}
            value={filters.dateFrom ?? ""}
            onChange={(event) => onChange({ dateFrom: event.target.value || null })}
          />
        </Field>
        <Field label="Until">
          <Input
            type="date"
            min={filters.dateFrom ?? dayKey(now, homeZone)}
            value={filters.dateTo ?? ""}
            onChange={(event) => onChange({ dateTo: event.target.value || null })}
          />
        </Field>
      </div>
    </div>
  );
}
