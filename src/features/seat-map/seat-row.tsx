import { CircleAlert } from "lucide-react";
import { memo } from "react";
import { cn } from "~/lib/utils";
import { gapBefore } from "./row-spacing";
import { SeatGlyph } from "./seat-glyph";
import { seatName, type LayoutRow, type LayoutSection } from "./seat-index";
import { isActionable, seatLabel, type SeatState } from "./seat-state";

const gaps = ["", "ml-5", "ml-9", "ml-12"];

type Props = {
  section: LayoutSection;
  row: LayoutRow;
  /** Seat widths of floor before the first seat. */
  indent: number;
  /** One state a seat, joined: so that a poll draws only the rows in which something changed. */
  states: string;
  /** The seat of this row that the Tab key reaches, if it is in this row. */
  tabSeatId: string | null;
  /** What befell a seat of this row, said where it was. */
  note: string | null;
  lost: string;
  onPress: (seatId: string) => void;
  onFocusSeat: (seatId: string) => void;
};

/** A row of seats as buttons. */
export const SeatRow = memo(function SeatRow(props: Props) {
  const { section, row, indent, tabSeatId, note, onPress, onFocusSeat } = props;
  const states = props.states.split(" ") as SeatState[];
  const lost = props.lost.split(" ");
  return (
    <li className="[--cell:2.75rem] lg:[--cell:2.5rem]">
      <div role="group" aria-label={`Row ${row.label}`} className="flex items-center">
        <span
          aria-hidden
          className="figures text-ink-soft bg-paper sticky left-0 z-10 grid h-11 w-9 shrink-0 place-items-center text-sm font-medium"
        >
          {row.label}
        </span>
        {indent > 0 && <span aria-hidden style={{ width: `calc(${indent} * var(--cell))` }} className="shrink-0" />}
        {row.seats.map((seat, position) => {
          const state = states[position] ?? "blocked";
          const place = { seat, position, row, section };
          const gone = lost.includes(seat.id);
          return (
            <button
              key={seat.id}
              type="button"
              data-seat={seat.id}
              data-state={state}
              tabIndex={tabSeatId === seat.id ? 0 : -1}
              aria-label={seatLabel(place, state)}
              aria-pressed={state === "chosen" || state === "mine"}
              aria-disabled={!isActionable(state) || undefined}
              title={`${seatName(place)}${gone ? ", just taken" : ""}`}
              onClick={() => onPress(seat.id)}
              onFocus={() => onFocusSeat(seat.id)}
              className={cn(
                "rounded-control grid size-(--cell) shrink-0 place-items-center focus-visible:outline-offset-[-1px]",
                gaps[gapBefore(seat, row.seats[position - 1])],
                isActionable(state) && "hover:bg-surface transition-transform active:scale-92",
                !isActionable(state) && "cursor-default",
                gone && "ring-danger rounded-control ring-2 ring-inset",
              )}
            >
              <SeatGlyph state={state} label={seat.label} flags={seat.flags} />
            </button>
          );
        })}
      </div>
      {note && (
        <p className="bg-warning-soft rounded-control sticky left-9 my-1 ml-9 flex w-fit max-w-[min(34rem,calc(100vw-5rem))] items-start gap-2 px-3 py-2 text-sm">
          <CircleAlert aria-hidden className="text-warning mt-0.5 size-4 shrink-0" />
          {note}
        </p>
      )}
    </li>
  );
});
