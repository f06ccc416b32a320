"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Command } from "~/domain/seating/editor/commands";
import { ordinalsIn, type PlanDraft } from "~/domain/seating/editor/draft";
import { nameOfSeat } from "~/domain/seating/seat-name";
import type { PlanSection } from "~/domain/seating/plan/seating-plan";
import { cn } from "~/lib/utils";
import { countOf } from "~/lib/words";
import { decorationWords } from "./decoration-panel";
import type { EditorAction, Selection } from "./editor-state";
import { NumberField } from "./number-field";

type Props = { draft: PlanDraft; selection: Selection; act: (action: EditorAction) => void };

/** The plan in words: sections with name and price, their rows, the seats of a row; all can be chosen here too. */
export function SectionsList({ draft, selection, act }: Props) {
  const command = (one: Command) => act({ do: "command", command: one });
  if (draft.sections.length + draft.decorations.length === 0) return <p className="text-ink-soft">Nothing is drawn yet.</p>;
  return (
    <>
      <ul className="divide-line divide-y">
        {draft.sections.map((section) => (
          <li key={section.id} className="py-4 first:pt-0">
            <SectionFields key={`${section.name} ${section.priceMultiplierBps}`} section={section} onCommand={command} />
            <div className="mt-3 flex flex-wrap items-center gap-2">
              <Button size="sm" variant="secondary" onClick={() => act({ do: "select", seats: ordinalsIn(draft, section.id) })}>
                Choose {section.name || "it"}
              </Button>
              <span className="text-ink-soft figures text-sm">
                {countOf(section.rows.reduce((sum, row) => sum + row.seats.length, 0), "seat")} in {countOf(section.rows.length, "row")}
              </span>
            </div>
            <Rows draft={draft} section={section} selection={selection} act={act} />
          </li>
        ))}
      </ul>
      {draft.decorations.length > 0 && (
        <ul className="border-line flex flex-wrap gap-2 border-t pt-4" aria-label="Drawn things">
          {draft.decorations.map((item, index) => (
            <li key={index}>
              <Button size="sm" variant={selection.decoration === index ? "primary" : "secondary"} onClick={() => act({ do: "selectDecoration", index })}>
                {(item.kind === "text" ? item.text : item.label) || decorationWords[item.kind]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function SectionFields({ section, onCommand }: { section: PlanSection; onCommand: (command: Command) => void }) {
  const [name, setName] = useState(section.name);
  const rename = () => name.trim() !== section.name && onCommand({ do: "section", id: section.id, name: name.trim() });
  return (
    <div className="grid grid-cols-[1fr_8rem] gap-3">
      <Field label="Section">
        <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} onBlur={rename} onKeyDown={(event) => event.key === "Enter" && rename()} />
      </Field>
      <NumberField
        label="Price, × base" value={section.priceMultiplierBps / 10_000} least={0} most={100} step={0.05}
        onChange={(price) => onCommand({ do: "section", id: section.id, priceMultiplierBps: Math.round(price * 10_000) })}
      />
    </div>
  );
}

/** A section's rows, and the seats of the one that is open: a list of 50,000 would be no list. */
function Rows({ draft, section, selection, act }: Props & { section: PlanSection }) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const row = section.rows[Math.min(at, section.rows.length - 1)];
  const ordinals = open && row ? ordinalsIn(draft, section.id, row.label) : [];
  const toggle = (seat: number) => {
    const seats = new Set(selection.seats);
    if (!seats.delete(seat)) seats.add(seat);
    act({ do: "select", seats });
  };
  return (
    <details className="mt-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-ink-soft min-h-11 cursor-pointer py-2.5 text-sm">Rows and seats</summary>
      {open && (
        <>
          <div className="flex flex-wrap gap-1.5" role="group" aria-label={`Rows of ${section.name}`}>
            {section.rows.map(({ label }, index) => (
              <Toggle key={index} pressed={index === at} onPress={() => {
                setAt(index);
                act({ do: "select", seats: ordinalsIn(draft, section.id, label) });
              }}>
                {`Row ${label}`}
              </Toggle>
            ))}
          </div>
          {row && (
            <div className="border-line mt-3 flex max-h-48 flex-wrap gap-1.5 overflow-y-auto border-t pt-3" role="group" aria-label={`Seats of row ${row.label}`}>
              {row.seats.map(({ label }, index) => (
                <Toggle key={index} pressed={selection.seats.has(ordinals[index]!)} onPress={() => toggle(ordinals[index]!)}>
                  {nameOfSeat({ rowLabel: row.label, seatLabel: label })}
                </Toggle>
              ))}
            </div>
          )}
        </>
      )}
    </details>
  );
}

function Toggle({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cn("rounded-control figures min-h-9 min-w-9 border px-2 text-sm transition-colors", pressed ? "border-ink bg-ink text-paper" : "border-line hover:border-ink-soft")}
    >
      {children}
    </button>
  );
}
