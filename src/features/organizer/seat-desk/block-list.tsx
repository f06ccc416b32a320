"use client";

import { useState } from "react";
import { Chip } from "~/components/ui/chip";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { LayoutSeat, LayoutSection } from "~/domain/seating/seat-layout";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { cn } from "~/lib/utils";

const words: Record<SeatStatus, string> = {
  AVAILABLE: "for sale",
  HELD: "held",
  BOOKED: "sold",
  BLOCKED: "blocked",
};
const looks: Record<SeatStatus, string> = {
  AVAILABLE: "border-line-strong bg-raised hover:border-ink",
  HELD: "border-dashed border-line-strong text-ink-soft",
  BOOKED: "border-transparent bg-surface text-ink-soft",
  BLOCKED: "border-ink bg-line line-through hover:bg-surface",
};

/** The plan in words, section by section: seats and whole rows to choose. */
export function BlockList({
  sections,
  stateOf,
  chosen,
  onToggle,
}: {
  sections: readonly LayoutSection[];
  stateOf: (seat: LayoutSeat) => SeatStatus;
  chosen: ReadonlySet<string>;
  onToggle: (seatIds: readonly string[]) => void;
}) {
  const [sectionId, setSectionId] = useState("");
  const section = sections.find(({ id }) => id === sectionId) ?? sections[0];
  if (!section) return <p className="text-ink-soft py-6">The venue has no sections yet.</p>;
  const isFixed = (seat: LayoutSeat) => ["HELD", "BOOKED"].includes(stateOf(seat));
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field label="Section" className="w-64">
          <Select value={section.id} onChange={(event) => setSectionId(event.target.value)}>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Key />
      </div>
      <div
        className="mt-4 max-h-[28rem] overflow-auto"
        tabIndex={0}
        role="group"
        aria-label={`Seats of ${section.name}`}
      >
        {section.rows.map((row) => {
          const open = row.seats.filter((seat) => !isFixed(seat)).map((seat) => seat.id);
          const whole = open.length > 0 && open.every((id) => chosen.has(id));
          return (
            <div key={row.label} className="flex items-center gap-1 py-1">
              <Chip
                pressed={whole}
                disabled={open.length === 0}
                onClick={() => onToggle(open)}
                className={cn("sticky left-0 z-10 mr-2 shrink-0", !whole && "bg-paper! hover:bg-surface!")}
              >
                Row {row.label}
              </Chip>
              {row.seats.map((seat) => (
                <button
                  key={seat.id}
                  type="button"
                  disabled={isFixed(seat)}
                  aria-pressed={chosen.has(seat.id)}
                  aria-label={`Row ${row.label}, seat ${seat.label}, ${words[stateOf(seat)]}`}
                  onClick={() => onToggle([seat.id])}
                  className={cn(
                    "figures size-11 shrink-0 rounded-md border text-xs sm:size-9",
                    looks[stateOf(seat)],
                    chosen.has(seat.id) && "ring-ink ring-2",
                  )}
                >
                  {seat.label}
                </button>
              ))}
            </div>
          );
        })}
      </div>
    </>
  );
}

function Key() {
  return (
    <ul
      className="text-ink-soft flex flex-wrap gap-x-4 gap-y-1 pb-2.5 text-sm"
      aria-label="What the looks mean"
    >
      {(["AVAILABLE", "BLOCKED", "HELD", "BOOKED"] as const).map((status) => (
        <li key={status} className="flex items-center gap-2">
          <span
            aria-hidden
            className={cn("grid size-6 place-items-center rounded-md border text-xs", looks[status])}
          >
            1
          </span>
          {words[status]}
        </li>
      ))}
    </ul>
  );
}
