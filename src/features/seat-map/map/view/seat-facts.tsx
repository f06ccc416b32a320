import { formatPaise } from "~/domain/money";
import { shapesIn } from "~/domain/seating/flags";
import { capital } from "~/lib/words";
import { allInOf, type SeatModel } from "../model/seat-model";
import { code } from "../model/seat-statuses";
import { useMapWords, wordFor } from "./map-words";
import { StateMark, type MarkKind } from "./state-mark";

export type SeatFactsProps = { model: SeatModel; seat: number; status: number; mine: boolean };

const kinds: Record<number, MarkKind> = {
  [code.available]: "available",
  [code.held]: "held",
};

/** Section, row, seat and all-in price: what a tooltip says on desktops and a card on phones. */
export function SeatFacts({ model, seat, status, mine }: SeatFactsProps) {
  const section = model.sections[model.sectionOf[seat]!]!;
  const words = useMapWords();
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-soft text-xs font-medium">{section.name}</p>
      <p className="text-ink flex items-baseline justify-between gap-6 font-semibold">
        <span>
          Row {model.rows[model.rowOf[seat]!]!.label}, seat {model.labels[seat]}
        </span>
        {(status === code.available || mine) && (
          <span className="figures text-price">{formatPaise(allInOf(model, seat))}</span>
        )}
      </p>
      <p className="text-ink-soft flex items-center gap-1.5 text-sm">
        <StateMark kind={mine ? "mine" : (kinds[status] ?? "sold")} />
        {wordFor(words, status, mine)}
        {(status === code.available || mine) && section.taxBps !== 0 && <span className="ml-auto pl-6 text-xs">with GST</span>}
      </p>
      {shapesIn(model.flags[seat]!).map(({ flag, word }) => (
        <p key={flag} className="text-ink-soft text-sm">
          {capital(word)}
        </p>
      ))}
    </div>
  );
}
