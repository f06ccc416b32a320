"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { UnfinishedStep } from "~/features/seat-map/use-seat-actions";
import type { SeatSelection } from "~/features/seat-map/use-seat-selection";
import { afterSignIn } from "~/lib/after-sign-in";

/** Whoever was sent to sign in on the way to a hold or to paying is back: what they had pressed is done, once. */
export function useUnfinished({
  path,
  ready,
  selection,
  pay,
}: {
  path: string;
  ready: boolean;
  selection: SeatSelection;
  pay: (standing: NonNullable<SeatSelection["standing"]>) => Promise<void>;
}) {
  const done = useRef(false);
  const go = useEffectEvent(() => {
    const step = afterSignIn.take(path) as UnfinishedStep | { do: "pay" } | null;
    if (step?.do === "hold") void selection.holdSeats(step.seatIds);
    if (step?.do === "pay" && selection.standing) void pay(selection.standing);
  });
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    go();
  }, [ready]);
}
