"use client";

import { Minus, Plus, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import type { MapSection } from "../model/seat-model";
import { sectionPriceWords } from "../../section-price";

/** A standing area has places, not seats: one more, one fewer. `mine` and `free` count places. */
export function StandingCard({
  section,
  mine,
  free,
  onMore,
  onFewer,
  onClose,
}: {
  section: MapSection;
  mine: number;
  free: number;
  onMore: () => void;
  onFewer: () => void;
  onClose: () => void;
}) {
  return (
    <div
      role="group"
      aria-label={section.name}
      className="bg-raised rounded-card shadow-float animate-rise-in relative flex items-center gap-4 px-4 py-3 pr-12"
    >
      <div className="flex-1">
        <p className="text-ink font-semibold">{section.name}</p>
        <p className="text-ink-soft text-sm">
          <span className="figures text-price font-semibold">{sectionPriceWords(section)}</span>{" "}
          {section.taxBps !== 0 && "with GST · "}
          {free.toLocaleString("en-IN")} of {(section.end - section.start).toLocaleString("en-IN")}{" "}
          left
        </p>
      </div>
      <div className="flex items-center gap-1">
        <Button
          variant="secondary"
          size="icon"
          aria-label="One place fewer"
          disabled={mine === 0}
          onClick={onFewer}
        >
          <Minus aria-hidden />
        </Button>
        <span aria-live="polite" className="figures w-8 text-center font-semibold">
          {mine}
        </span>
        <Button
          variant="secondary"
          size="icon"
          aria-label="One place more"
          disabled={free === 0}
          onClick={onMore}
        >
          <Plus aria-hidden />
        </Button>
      </div>
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
