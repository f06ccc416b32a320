"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { Price } from "~/components/ui/price";
import { allIn } from "~/domain/tax";
import { cn } from "~/lib/utils";
import { countFree, type Availability } from "./availability";
import { SectionSeats } from "./section-seats";
import { tierClass } from "./seat-glyph";
import type { LayoutSection, SeatIndex } from "./seat-index";
import { SeatLegend } from "./seat-legend";
import type { SeatSelection } from "./use-seat-selection";

/**
 * The seats as a list: sections, in them rows, in them seats as buttons. The map's twin for keyboards and
 * screen readers, and good in itself. One section is open at a time.
 */
export function SeatList({
  index,
  availability,
  selection,
}: {
  index: SeatIndex;
  availability: Availability;
  selection: SeatSelection;
}) {
  const { sections } = index.layout;
  const { notice, lost } = selection;
  const [choice, setOpen] = useState<string | null | undefined>(undefined);
  // Until the buyer decides: where their seats are, else the first section that has any.
  const own = selection.lines[0]?.sectionId;
  const open = choice === undefined ? (own ?? firstWithSeats(sections, availability)) : choice;
  const flags = sections.reduce(
    (all, { rows }) => rows.reduce((f, row) => row.seats.reduce((g, s) => g | s.flags, f), all),
    0,
  );

  return (
    <div>
      <SeatLegend flags={flags} />
      <ul className="border-line mt-6 border-t">
        {sections.map((section) => (
          <SectionItem
            key={section.id}
            section={section}
            tier={index.tierOf(section)}
            availability={availability}
            isOpen={open === section.id}
            onToggle={() => setOpen(open === section.id ? null : section.id)}
            selection={selection}
            note={lost.length > 0 && notice?.tone === "warning" ? notice.text : null}
          />
        ))}
      </ul>
    </div>
  );
}

function SectionItem({
  section,
  tier,
  availability,
  isOpen,
  onToggle,
  selection,
  note,
}: {
  section: LayoutSection;
  tier: number;
  availability: Availability;
  isOpen: boolean;
  onToggle: () => void;
  selection: SeatSelection;
  note: string | null;
}) {
  const panelId = useId();
  const { free, total } = countFree(section, availability);
  const own = selection.lines.filter((line) => line.sectionId === section.id).length;
  const words = free === 0 ? "Sold out" : `${free} of ${total} free`;
  return (
    <li className={cn("border-line border-b", tierClass(tier))}>
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={onToggle}
          className="group hover:bg-surface flex min-h-16 w-full items-center gap-3 px-1 py-3 text-left transition-colors sm:px-3"
        >
          <span aria-hidden className="h-9 w-1.5 shrink-0 rounded-full bg-(--tier)" />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{section.name}</span>
            <span className="text-ink-soft figures block text-sm">
              {words}
              {own > 0 && <span className="text-ink font-medium"> · {own} yours</span>}
            </span>
          </span>
          <Price from={section.maxPricePaise !== undefined} paise={allIn(section.pricePaise, section.taxBps)} className={cn(free === 0 && "text-ink-soft!")} />
          <ChevronDown
            aria-hidden
            className="text-ink-soft size-5 shrink-0 transition-transform group-aria-expanded:rotate-180"
          />
        </button>
      </h3>
      <div id={panelId} hidden={!isOpen} className="pb-4 sm:px-3">
        {isOpen && (
          <SectionSeats
            section={section}
            stateOf={selection.stateOf}
            lost={selection.lost}
            note={note}
            onPress={selection.toggle}
          />
        )}
      </div>
    </li>
  );
}

function firstWithSeats(sections: readonly LayoutSection[], availability: Availability): string | null {
  return (sections.find((section) => countFree(section, availability).free > 0) ?? sections[0])?.id ?? null;
}
