"use client";

import { ChevronUp } from "lucide-react";
import { Countdown } from "~/components/ui/countdown";
import { formatPaise } from "~/domain/money";
import { OnDemand } from "~/lib/on-demand";
import { countOf } from "~/lib/words";
import type { BookingPanelProps } from "./booking-panel";
import { NextStep } from "./next-step";

export const barButton = "rounded-control -m-1 flex min-h-11 min-w-0 flex-1 items-center gap-2 p-1 text-left";

const loadSheet = () => import("./order-sheet").then((module) => module.OrderSheet);

/** The summary on phones: total and next step in sight, the rest a tap away. Nothing while nothing is chosen. */
export function BookingBar(panel: BookingPanelProps) {
  const { order, timer, step } = panel;
  if (order.lines.length === 0) return null;
  const sum = (
    <>
      <ChevronUp aria-hidden className="text-ink-soft size-5 shrink-0" />
      <span className="min-w-0">
        <span className="figures text-price block text-lg leading-5 font-semibold">
          {formatPaise(order.totalPaise)}
        </span>
        <span className="text-ink-soft block truncate text-sm">
          {countOf(order.lines.length, "seat")}
          {timer && (
            <>
              {" · "}
              <Countdown until={timer.until} label="Time left" clockOffsetMs={timer.clockOffsetMs} />
            </>
          )}
        </span>
      </span>
      <span className="sr-only">Show your order</span>
    </>
  );
  return (
    <div className="bg-raised shadow-float animate-rise-in fixed inset-x-0 bottom-0 z-30 flex items-center gap-3 px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden">
      <OnDemand load={loadSheet} props={{ panel, sum }} popup="dialog">
        {(opener) => (
          <button type="button" className={barButton} {...opener}>
            {sum}
          </button>
        )}
      </OnDemand>
      <NextStep {...step} />
    </div>
  );
}
