"use client";

import { X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { useMapWords } from "./map-words";
import { SeatFacts, type SeatFactsProps } from "./seat-facts";

/** What a finger touched last, from below: on phones there is no hovering. */
export function SeatCard({
  onToggle,
  onClose,
  ...facts
}: SeatFactsProps & { onToggle: () => void; onClose: () => void }) {
  const words = useMapWords();
  const may = facts.mine || words.mayTake(facts.status);
  return (
    <div className="bg-raised rounded-card shadow-float animate-rise-in relative px-4 py-3 pr-12">
      <SeatFacts {...facts} />
      {may && (
        <Button variant="secondary" size="sm" className="mt-2.5 w-full" onClick={onToggle}>
          {facts.mine ? words.letGo : words.take}
        </Button>
      )}
      <button
        type="button"
        aria-label="Close"
        onClick={onClose}
        className="text-ink-soft absolute top-1 right-1 grid size-11 place-items-center"
      >
        <X aria-hidden className="size-4.5" />
      </button>
    </div>
  );
}
