"use client";

import { Sparkles } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";
import type { Availability } from "./availability";
import type { SeatIndex } from "./seat-index";

export type BestSeatsProps = {
  index: SeatIndex;
  availability: Availability;
  /** Chosen and held by the buyer. */
  mine: readonly string[];
  /** How many more seats the buyer may have. */
  most: number;
  busy: boolean;
  onHold: (seatIds: string[]) => void;
};

const loadPanel = () => import("./best-seats-panel").then((module) => module.BestSeatsPanel);

/** Finds seats together by what the buyer wishes, shows them, and holds them when told to. */
export function BestSeats(props: BestSeatsProps) {
  return (
    <OnDemand load={loadPanel} props={props} popup="dialog">
      {(opener) => <BestSeatsButton most={props.most} busy={props.busy} {...opener} />}
    </OnDemand>
  );
}

/** The button by itself. */
export function BestSeatsButton({
  most,
  busy,
  ...props
}: Pick<BestSeatsProps, "most" | "busy"> & ComponentProps<typeof Button>) {
  return (
    <Button variant="secondary" size="sm" loading={busy} disabled={most < 1} {...props}>
      <Sparkles aria-hidden className="size-4" /> Best available
    </Button>
  );
}
