import { shapesIn } from "~/domain/seating/flags";
import { capital } from "~/lib/words";
import { SeatGlyph } from "./seat-glyph";
import type { SeatState } from "./seat-state";

const states: [SeatState, string][] = [
  ["available", "Available"],
  ["chosen", "Chosen"],
  ["mine", "Held for you"],
  ["held", "Held by others"],
  ["sold", "Sold"],
  ["blocked", "Not for sale"],
];

/** What the shapes mean; `flags` are all that occur on the plan. */
export function SeatLegend({ flags }: { flags: number }) {
  return (
    <ul
      aria-label="Legend"
      tabIndex={0}
      className="no-scrollbar -mx-4 flex gap-x-5 gap-y-2 overflow-x-auto px-4 py-1.5 text-sm whitespace-nowrap [--tier:var(--line-strong)] sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {states.map(([state, word]) => (
        <li key={state} className="text-ink-soft flex shrink-0 items-center gap-2">
          <span className="grid size-7 origin-center scale-75 place-items-center">
            <SeatGlyph state={state} label="7" />
          </span>
          {word}
        </li>
      ))}
      {shapesIn(flags).map(({ flag, bit, word }) => (
        <li key={flag} className="text-ink-soft flex shrink-0 items-center gap-2">
          <span className="grid size-7 origin-center scale-75 place-items-center">
            <SeatGlyph state="available" label="" flags={bit} />
          </span>
          {capital(word)}
        </li>
      ))}
    </ul>
  );
}
