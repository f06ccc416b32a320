"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { reasonWord } from "~/domain/seating/seat-blocking";
import type { LayoutSection } from "~/domain/seating/seat-layout";
import type { RouterOutputs } from "~/trpc/react";
import { idsOf, type DeskSeats } from "./desk-seats";

/** The hatched squares of the map, as its scene orders them. */
const marks = { GUESTS: "bg-(--reason-guests)", PRESS: "bg-(--reason-press)", TECHNICAL: "bg-(--reason-technical)", none: "bg-(--seat-held)" };

/** Seats by what they have in common: a section, a price, what they are kept for. */
export function ChooseMany(props: {
  sections: readonly LayoutSection[];
  prices: RouterOutputs["pricing"]["list"];
  seats: DeskSeats;
  onToggle: (seatIds: readonly string[]) => void;
}) {
  const { sections, prices, seats, onToggle } = props;
  const { categories, blocked } = prices;
  const groups: Record<string, () => string[]> = Object.fromEntries([
    ...sections.map(({ id, rows }) => [`section ${id}`, () => rows.flatMap((row) => row.seats.map((seat) => seat.id))]),
    ...categories.map(({ id, seats: runs }) => [`category ${id}`, () => idsOf(seats, runs)]),
    ...blocked.map(({ reason, seats: runs }) => [`reason ${reason}`, () => idsOf(seats, runs)]),
  ]);
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <Field label="Choose all of" className="w-64">
        <Select value="" onChange={({ target }) => onToggle(groups[target.value]?.() ?? [])}>
          <option value="">A section, a price, a reason</option>
          <optgroup label="Sections">
            {sections.map(({ id, name }) => (
              <option key={id} value={`section ${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
          {categories.length > 0 && (
            <optgroup label="Price categories">
              {categories.map(({ id, name }) => (
                <option key={id} value={`category ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {blocked.length > 0 && (
            <optgroup label="Not for sale">
              {blocked.map(({ reason }) => (
                <option key={reason} value={`reason ${reason}`}>
                  {reasonWord(reason)}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
      </Field>
      {blocked.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2.5 text-sm" aria-label="Not for sale">
          {blocked.map(({ reason, seats: runs }) => (
            <li key={reason} className="flex items-center gap-2">
              <span aria-hidden className={`size-3 rounded-full ${marks[reason ?? "none"]}`} />
              {reasonWord(reason)}
              <span className="figures text-ink-soft">{runs.reduce((sum, [, count]) => sum + count, 0).toLocaleString("en-IN")}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
