"use client";

import { Chip } from "~/components/ui/chip";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { dayAfter, dayKey, homeZone } from "~/lib/calendar";

const spans = [
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "A year" },
];

type Range = { from: string; to: string };

/** Chooses the days that figures are about: a span up to today, or any two days. */
export function DateRange({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const now = new Date();
  const today = dayKey(now, homeZone);
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="flex flex-wrap gap-2" role="group" aria-label="Days shown">
        {spans.map(({ days, label }) => {
          const from = dayAfter(now, 1 - days, homeZone);
          return (
            <Chip
              key={days}
              pressed={range.from === from && range.to === today}
              onClick={() => onChange({ from, to: today })}
            >
              {label}
            </Chip>
          );
        })}
      </div>
      <div className="flex gap-3">
        <Field label="From">
          <Input
            type="date"
            value={range.from}
            max={range.to}
            onChange={(event) => event.target.value && onChange({ ...range, from: event.target.value })}
          />
        </Field>
        <Field label="To">
          <Input
            type="date"
            value={range.to}
            min={range.from}
            max={today}
            onChange={(event) => event.target.value && onChange({ ...range, to: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}
