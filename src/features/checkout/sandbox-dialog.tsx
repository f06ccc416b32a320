"use client";

import { Clock, FlaskConical, ThumbsDown, ThumbsUp } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Countdown } from "~/components/ui/countdown";
import { Dialog, DialogContent } from "~/components/ui/dialog";
import { formatPaise } from "~/domain/money";
import { SandboxForm } from "./sandbox-form";
import type { Outcome, SandboxOrder } from "./use-payment";

const outcomes: { outcome: Outcome; label: string; hint: string; icon: typeof Clock }[] = [
  { outcome: "success", label: "Approve the payment", hint: "The bank pays at once.", icon: ThumbsUp },
  { outcome: "failure", label: "Decline the payment", hint: "The bank refuses; no money moves.", icon: ThumbsDown },
  { outcome: "late", label: "Answer late", hint: "The bank takes a while to say yes.", icon: Clock },
];

const ways = { card: "card", upi: "UPI", netbanking: "netbanking" };

/** Where a shop in test mode asks what the bank shall do. No money moves. */
export function SandboxDialog({
  order,
  until,
  clockOffsetMs,
  onAnswer,
  onClose,
}: {
  order: SandboxOrder | null;
  /** When the time to pay ends. */
  until: Date;
  clockOffsetMs: number;
  onAnswer: (outcome: Outcome) => void;
  onClose: () => void;
}) {
  return (
    <Dialog open={order !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Test bank"
        description="This shop runs in test mode: no real card is asked for and no money moves."
      >
        {order && (
          <>
            <div className="border-line mb-4 flex items-center justify-between gap-3 border-y py-3">
              <div>
                <p className="text-price text-xl font-semibold">
                  <span className="figures">{formatPaise(order.amountPaise)}</span> <span className="text-base font-normal">by {ways[order.method]}</span>
                </p>
                <p className="text-ink-soft text-sm">
                  Your seats wait <Countdown until={until} label="Time left to pay" clockOffsetMs={clockOffsetMs} />
                </p>
              </div>
              <Badge tone="warning">
                <FlaskConical aria-hidden /> Test mode
              </Badge>
            </div>
            <SandboxForm key={order.method} order={order} onAnswer={onAnswer} />
            <p className="text-ink-soft mt-5 mb-2 text-sm">Or say what the bank does:</p>
            <ul className="grid gap-2">
              {outcomes.map(({ outcome, label, hint, icon: Icon }) => (
                <li key={outcome}>
                  <button
                    type="button"
                    onClick={() => onAnswer(outcome)}
                    className="rounded-control border-line-strong hover:bg-surface hover:border-ink flex min-h-12 w-full items-center gap-3 border px-4 py-2 text-left transition-colors"
                  >
                    <Icon aria-hidden className="text-ink-soft size-5 shrink-0" />
                    <span>
                      <span className="block font-medium">{label}</span>
                      <span className="text-ink-soft block text-sm">{hint}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
