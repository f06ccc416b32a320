import { seatFlags } from "~/domain/seating/plan/seating-plan";
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
const marks: [number, string][] = [
  [seatFlags.accessible, "Wheelchair space"],
  [seatFlags.companion, "Companion seat"],
  [seatFlags.restrictedView, "Restricted view"],
];

/** What the shapes mean; `flags` are all that occur on the plan. */
export function SeatLegend({ flags }: { flags: number }) {
  const shown = marks.filter(([flag]) => flags & flag);
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
      {shown.map(([flag, word]) => (
        <li key={flag} className="text-ink-soft flex shrink-0 items-center gap-2">
          <span className="grid size-7 origin-center scale-75 place-items-center">
            <SeatGlyph state="available" label="" flags={flag} />
          </span>
          {word}
        </li>
      ))}
    </ul>
  );
}
