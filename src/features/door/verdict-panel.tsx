import { Check, CircleHelp, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { cn } from "~/lib/utils";
import type { Spoken } from "./engine/door-engine";
import type { Signal } from "./signals";
import { verdictWords } from "./verdict-words";

// Ink and ground in pairs that stand out in the dark and are told apart without colours, by sign and word.
const looks: Record<Signal, string> = {
  good: "bg-[#0b7a3b] text-[#fff]",
  bad: "bg-[#b3122b] text-[#fff]",
  ask: "bg-[#ffc02e] text-[#1f1300]",
};
const signs = { good: Check, bad: X, ask: CircleHelp } as const;

/** The answer to a scan, large enough to read at arm's length; null: nothing scanned yet. */
export function VerdictPanel({ spoken, venue, onSure }: { spoken: Spoken | null; venue: { timeZone: string }; onSure?: () => void }) {
  if (!spoken)
    return (
      <div role="status" className="bg-surface text-ink-soft grid min-h-52 place-content-center px-6 py-8 text-center text-lg">
        Hold a ticket before the camera.
      </div>
    );
  const { word, why, signal } = verdictWords(spoken, venue);
  const Sign = signs[signal];
  const { seat, name, result } = spoken;
  return (
    <div role="status" aria-live="assertive" key={spoken.seq} data-result={result} data-by={spoken.by} className={cn("animate-pop-in flex min-h-52 flex-col justify-center px-5 py-5 motion-reduce:animate-none", looks[signal])}>
      <p className="display flex items-start gap-3 text-4xl break-words">
        <Sign aria-hidden className="mt-1 size-10 shrink-0" strokeWidth={3} />
        {word}
      </p>
      {seat && (
        <p className="figures mt-3 text-xl font-semibold">
          {seat.sectionName}, row {seat.rowLabel} seat {seat.seatLabel}
        </p>
      )}
      {name && <p className="mt-1 text-lg">{name}</p>}
      {why && <p className="mt-1 text-lg">{why}</p>}
      {result === "ASK" && onSure && (
        <Button className="mt-3 self-start bg-[#1f1300]! text-[#fff]! hover:bg-[#3a2500]!" onClick={onSure}>
          Let in all the same
        </Button>
      )}
    </div>
  );
}
