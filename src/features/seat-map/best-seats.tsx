"use client";

import { Sparkles } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { countOf } from "~/lib/words";

/** Asks for the best seats together: how many, and they are held. `most`: how many more the buyer may have. */
export function BestSeats({
  most,
  busy,
  onHold,
}: {
  most: number;
  busy: boolean;
  onHold: (count: number) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="secondary" size="sm" loading={busy} disabled={most < 1}>
          <Sparkles aria-hidden className="size-4" /> Best available
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Best available" className="w-72">
        <p className="font-medium">How many, side by side?</p>
        <p className="text-ink-soft mt-0.5 text-sm">We hold the best that are free together.</p>
        <div className="mt-3 grid grid-cols-6 gap-1.5">
          {Array.from({ length: 6 }, (_, i) => i + 1).map((count) => (
            <Button
              key={count}
              variant="secondary"
              size="md"
              className="figures px-0"
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
