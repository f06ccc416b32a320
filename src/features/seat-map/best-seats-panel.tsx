"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { countOf } from "~/lib/words";
import { BestSeatsButton, type BestSeatsProps } from "./best-seats";

/** How many seats? Behind the button. */
export function BestSeatsPanel({
  most,
  busy,
  onHold,
  defaultOpen,
}: BestSeatsProps & { defaultOpen: boolean }) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <BestSeatsButton most={most} busy={busy} />
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Best available" className="w-84!">
        <p className="font-medium">How many, side by side?</p>
        <p className="text-ink-soft mt-0.5 text-sm">We hold the best that are free together.</p>
        <div className="mt-3 grid grid-cols-6 gap-1.5">
          {Array.from({ length: 6 }, (_, i) => i + 1).map((count) => (
            <Button
              key={count}
              variant="secondary"
              size="md"
              className="figures px-0!"
              aria-label={`Hold ${countOf(count, "seat")}`}
              disabled={count > most || busy}
              onClick={() => {
                setOpen(false);
                onHold(count);
              }}
            >
              {count}
            </Button>
          ))}
        </div>
      </PopoverContent>
    </Popover>
  );
}
