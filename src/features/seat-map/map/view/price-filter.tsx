"use client";

import { formatPaise } from "~/domain/money";
import { allIn } from "~/domain/tax";
import { cn } from "~/lib/utils";
import type { Tier } from "../model/tiers";

/** The prices as a legend that can be pressed: what is not among the pressed ones steps back on the map. */
export function PriceFilter({
  tiers,
  taxBps,
  chosen,
  onChange,
  className,
}: {
  tiers: readonly Tier[];
  /** Where it is not the usual rate. */
  taxBps?: number;
  chosen: ReadonlySet<number>;
  onChange: (chosen: ReadonlySet<number>) => void;
  className?: string;
}) {
  function toggle(index: number): void {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    onChange(next.size === tiers.length ? new Set() : next);
  }
  return (
    <div
      role="group"
      aria-label="Show only these prices"
      className={cn("no-scrollbar flex max-w-full gap-2 overflow-x-auto p-1 pr-3 sm:max-w-[calc(100%-5rem)]", className)}
    >
      {tiers.map(({ index, minPaise, maxPaise }) => {
        const pressed = chosen.has(index);
        return (
          <button
            key={index}
            type="button"
            aria-pressed={pressed}
            onClick={() => toggle(index)}
            className={cn(
              "touch-target inline-flex h-9 shrink-0 items-center gap-2 rounded-full border px-3 text-sm font-medium transition-colors",
              pressed
                ? "border-ink bg-raised ring-ink ring-1"
                : "border-line bg-raised/95 hover:border-ink-soft",
              chosen.size > 0 && !pressed ? "text-ink-soft" : "text-ink",
            )}
          >
            <span
              aria-hidden
              style={{ background: `var(--tier-${index + 1})` }}
              className={cn("size-3 rounded-full", chosen.size > 0 && !pressed && "opacity-35")}
            />
            <span className="figures">
              {minPaise === maxPaise
                ? formatPaise(allIn(minPaise, taxBps))
                : `${formatPaise(allIn(minPaise, taxBps))} – ${formatPaise(allIn(maxPaise, taxBps))}`}
            </span>
          </button>
        );
      })}
    </div>
  );
}
