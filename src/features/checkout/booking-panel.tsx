"use client";

import { Armchair } from "lucide-react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { BookingSummary, type SummaryOrder } from "./booking-summary";
import { HoldTimer } from "./hold-timer";
import { NextStep, type NextStepProps } from "./next-step";

export type BookingPanelProps = {
  order: SummaryOrder;
  /** Not one seat is free as things stand. */
  soldOut?: boolean;
  limit: number;
  /** The open hold, or null where nothing is held. */
  timer: React.ComponentProps<typeof HoldTimer> | null;
  step: NextStepProps;
  error: string | null;
  onRemove: (seatId: string) => void;
  onReleaseAll: () => void;
};

/** The summary beside the seats: timer, seats and prices, the next step. */
export function BookingPanel({ order, soldOut = false, limit, timer, step, error, onRemove, onReleaseAll }: BookingPanelProps) {
  if (order.lines.length === 0) return <NothingChosen limit={limit} soldOut={soldOut} />;
  const { chosen, held } = step;
  return (
    <div className="flex flex-col gap-5">
      {timer && <HoldTimer {...timer} />}
      <BookingSummary order={order} onRemove={onRemove} />
      {error && <Alert tone="danger">{error}</Alert>}
      <div className="grid gap-2">
        <NextStep {...step} size="lg" />
        {held > 0 && chosen > 0 && (
          <Button variant="secondary" onClick={step.onPay} disabled={step.busy}>
            Continue with {held === 1 ? "the seat" : `the ${held} seats`} you hold
          </Button>
        )}
        {held === 0 && step.onHoldAndPay && (
          <Button variant="secondary" onClick={step.onHoldAndPay} disabled={step.busy}>
            Straight to payment
          </Button>
        )}
        <Button variant="ghost" onClick={onReleaseAll} disabled={step.busy}>
          {chosen + held === 1 ? "Let this seat go" : "Let all seats go"}
        </Button>
      </div>
      <p className="text-ink-soft text-sm">
        {held > 0
          ? "Nobody else can buy these seats while your time runs. You pay on the next page."
          : "Holding costs nothing and gives you ten minutes to pay. Nobody else can buy the seats meanwhile."}
      </p>
    </div>
  );
}

function NothingChosen({ limit, soldOut }: { limit: number; soldOut: boolean }) {
  return (
    <div className="py-6">
      <Armchair aria-hidden className="text-ink-soft size-8" strokeWidth={1.5} />
      <p className="display mt-4 text-xl">{soldOut ? "Sold out for now" : "No seats yet"}</p>
      <p className="text-ink-soft mt-2">
        {soldOut
          ? "Every seat is held or sold. What others let go comes back within minutes, and shows here at once."
          : `Choose up to ${limit}. Prices include any GST, and what you see here is what you pay.`}
      </p>
    </div>
  );
}
