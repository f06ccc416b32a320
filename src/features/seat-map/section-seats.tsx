"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { seatInDirection } from "./move-focus";
import { rowIndents } from "./row-spacing";
import type { LayoutSeat, LayoutSection } from "./seat-index";
import { SeatRow } from "./seat-row";
import { isActionable, type SeatState } from "./seat-state";

/**
 * A section's rows: one stop for the Tab key, arrows from seat to seat. `note` is what befell the `lost` seats,
 * said in the row of the first of them.
 */
export function SectionSeats({
  section,
  stateOf,
  lost,
  note,
  onPress,
}: {
  section: LayoutSection;
  stateOf: (seat: LayoutSeat) => SeatState;
  lost: readonly string[];
  note: string | null;
  onPress: (seatId: string) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const tabSeatId = focused ?? firstStop(section, stateOf);
  // Rows are drawn again only where their own props change: what they call must stay the same function.
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  const press = useCallback((seatId: string) => latest.current(seatId), []);
  const indents = useMemo(() => rowIndents(section), [section]);
  const onFocusSeat = useCallback((seatId: string) => setFocused(seatId), []);

  function onKeyDown(event: KeyboardEvent) {
    const from = (event.target as HTMLElement).dataset.seat;
    const to = from && seatInDirection(section, from, event.key, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    frame.current?.querySelector<HTMLElement>(`[data-seat="${CSS.escape(to)}"]`)?.focus();
  }

  let noted = false;
  return (
    <div
      ref={frame}
      role="group"
      aria-label={`Seats of ${section.name}`}
      onKeyDown={onKeyDown}
      className="overflow-x-auto overscroll-x-contain pb-2"
    >
      <ul className="mx-auto w-max pr-9">
        {section.rows.map((row, i) => {
          const hit = row.seats.filter((seat) => lost.includes(seat.id)).map((seat) => seat.id);
          const first = hit.length > 0 && !noted;
          noted ||= first;
          return (
            <SeatRow
              key={`${row.label}-${i}`}
              section={section}
              row={row}
              indent={indents[i] ?? 0}
              states={row.seats.map(stateOf).join(" ")}
              tabSeatId={row.seats.some((seat) => seat.id === tabSeatId) ? tabSeatId : null}
              lost={hit.join(" ")}
              note={first ? note : null}
              onPress={press}
              onFocusSeat={onFocusSeat}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** Where Tab enters: one's own first seat, else the first that may be had, else the first. */
function firstStop(section: LayoutSection, stateOf: (seat: LayoutSeat) => SeatState): string | null {
  let free: string | null = null;
  for (const row of section.rows) {
    for (const seat of row.seats) {
      const state = stateOf(seat);
      if (state === "mine" || state === "chosen") return seat.id;
      if (!free && isActionable(state)) free = seat.id;
    }
  }
  return free ?? section.rows.find((row) => row.seats.length > 0)?.seats[0]?.id ?? null;
}
