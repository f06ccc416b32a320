"use client";

import { Sparkles } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";

/** `most`: how many more seats the buyer may have. */
export type BestSeatsProps = { most: number; busy: boolean; onHold: (count: number) => void };

const loadPanel = () => import("./best-seats-panel").then((module) => module.BestSeatsPanel);

/** Asks for the best seats together: how many, and they are held. */
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
