"use client";

import { Button } from "~/components/ui/button";
import { Countdown } from "~/components/ui/countdown";
import { countOf } from "~/lib/words";

/** How long the seats stay the buyer's, and more time where there is any to be had. */
export function HoldTimer({
  until,
  clockOffsetMs,
  onExpire,
  extensionsLeft = 0,
  onExtend,
  extending = false,
  label = "Held for you",
}: {
  until: Date;
  clockOffsetMs: number;
  onExpire: () => void;
  extensionsLeft?: number;
  onExtend?: () => void;
  extending?: boolean;
  label?: string;
}) {
  return (
    <div className="flex min-h-11 items-center justify-between gap-3">
      <div>
        <p className="text-ink-soft text-sm">{label}</p>
        <Countdown
          until={until}
          label={`Time left: ${label.toLowerCase()}`}
          clockOffsetMs={clockOffsetMs}
          onExpire={onExpire}
          className="text-2xl leading-7"
        />
      </div>
      {onExtend && extensionsLeft > 0 && (
        <div className="text-right">
          <Button variant="secondary" size="sm" loading={extending} onClick={onExtend}>
            More time
          </Button>
          <p className="text-ink-soft mt-1 text-xs">{countOf(extensionsLeft, "time")} left</p>
        </div>
      )}
    </div>
  );
}
