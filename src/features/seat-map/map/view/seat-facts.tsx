import { formatPaise } from "~/domain/money";
import { seatFlags } from "~/domain/seating-plan";
import { allIn } from "~/domain/tax";
import type { SeatModel } from "../model/seat-model";
import { code } from "../model/seat-statuses";
import { StateMark, type MarkKind } from "./state-mark";

export type SeatFactsProps = { model: SeatModel; seat: number; status: number; mine: boolean };

const others: Record<number, { kind: MarkKind; words: string }> = {
  [code.available]: { kind: "available", words: "Available" },
  [code.held]: { kind: "held", words: "Held by someone else" },
  [code.booked]: { kind: "sold", words: "Sold" },
};

/** Section, row, seat and all-in price: what a tooltip says on desktops and a card on phones. */
export function SeatFacts({ model, seat, status, mine }: SeatFactsProps) {
  const section = model.sections[model.sectionOf[seat]!]!;
  const state = mine
    ? { kind: "mine" as const, words: "Yours" }
    : (others[status] ?? { kind: "sold" as const, words: "Not for sale" });
  const notes = flagWords(model.flags[seat]!);
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-soft text-xs font-medium">{section.name}</p>
      <p className="text-ink flex items-baseline justify-between gap-6 font-semibold">
        <span>
          Row {model.rows[model.rowOf[seat]!]!.label}, seat {model.labels[seat]}
        </span>
        {(status === code.available || mine) && (
          <span className="figures text-price">{formatPaise(allIn(section.pricePaise))}</span>
        )}
      </p>
      <p className="text-ink-soft flex items-center gap-1.5 text-sm">
        <StateMark kind={state.kind} />
        {state.words}
        {(status === code.available || mine) && <span className="ml-auto pl-6 text-xs">with GST</span>}
      </p>
      {notes.map((note) => (
        <p key={note} className="text-ink-soft text-sm">
          {note}
        </p>
      ))}
    </div>
  );
}

function flagWords(flags: number): string[] {
  return [
    flags & seatFlags.accessible ? "Wheelchair space" : "",
    flags & seatFlags.companion ? "Companion seat" : "",
    flags & seatFlags.restrictedView ? "Restricted view" : "",
  ].filter(Boolean);
}
