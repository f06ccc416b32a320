"use client";

import { Info, X } from "lucide-react";
import { useId, useState } from "react";
import { shapesIn } from "~/domain/seating/flags";
import { cn } from "~/lib/utils";
import { capital } from "~/lib/words";
import { useMapWords } from "./map-words";
import { StateMark, type MarkKind } from "./state-mark";

/** What the shapes mean: in sight on wide screens, behind a button on phones. `flags` are all that occur. */
export function MapKey({ flags, className }: { flags: number; className?: string }) {
  const [open, setOpen] = useState(false);
  const panelId = useId();
  const words = useMapWords();
  const entries: [MarkKind, string][] = [
    ["available", words.available],
    ["mine", words.mine],
    ["held", words.held],
    ["sold", words.booked],
    ...shapesIn(flags).map(({ shape, word }): [MarkKind, string] => [shape, capital(word)]),
  ];
  return (
    <div className={cn("pointer-events-none", className)}>
      <KeyList
        entries={entries}
        className="bg-raised/95 rounded-control border-line pointer-events-auto hidden w-fit flex-wrap border px-3 py-2 lg:flex"
      />
      <div
        className="pointer-events-auto relative w-fit lg:hidden"
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        <button
          type="button"
          aria-expanded={open}
          aria-controls={panelId}
          aria-label="What the shapes mean"
          onClick={() => setOpen(!open)}
          className="bg-raised shadow-float rounded-control text-ink grid size-11 place-items-center"
        >
          {open ? <X aria-hidden className="size-4.5" /> : <Info aria-hidden className="size-4.5" />}
        </button>
        <div
          id={panelId}
          hidden={!open}
          className="bg-raised shadow-float rounded-card animate-pop-in absolute bottom-13 left-0 z-10 w-56 p-4"
        >
          <KeyList entries={entries} className="flex flex-col" />
        </div>
      </div>
    </div>
  );
}

function KeyList({ entries, className }: { entries: readonly [MarkKind, string][]; className?: string }) {
  return (
    <ul aria-label="What the shapes mean" className={cn("text-ink-soft gap-x-4 gap-y-2 text-sm", className)}>
      {entries.map(([kind, words]) => (
        <li key={kind} className="flex items-center gap-2">
          <StateMark kind={kind} />
          {words}
        </li>
      ))}
    </ul>
  );
}
