"use client";

import { Clock, FlaskConical, ThumbsDown, ThumbsUp } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Dialog, DialogContent } from "~/components/ui/dialog";
import { formatPaise } from "~/domain/money";
import type { Order, Outcome } from "./use-payment";

const outcomes: { outcome: Outcome; label: string; hint: string; icon: typeof Clock }[] = [
  { outcome: "success", label: "Approve the payment", hint: "The bank pays at once.", icon: ThumbsUp },
  { outcome: "failure", label: "Decline the payment", hint: "The bank refuses; no money moves.", icon: ThumbsDown },
  { outcome: "late", label: "Answer late", hint: "The bank takes a while to say yes.", icon: Clock },
];

/** Where a shop in test mode asks what the bank shall do. No card is asked for, no money moves. */
export function SandboxDialog({
  order,
  onAnswer,
  onClose,
}: {
  order: Order | null;
  onAnswer: (outcome: Outcome) => void;
  onClose: () => void;
}) {
  return (
    <Dialog open={order !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Test bank"
        description="This shop runs in test mode: no card is asked for and no money moves. Choose what the bank does."
      >
        {order && (
          <>
            <div className="border-line mb-4 flex items-center justify-between gap-3 border-y py-3">
              <div>
                <p className="figures text-price text-xl font-semibold">{formatPaise(order.amountPaise)}</p>
                <p className="text-ink-soft figures text-xs">{order.orderId}</p>
              </div>
              <Badge tone="warning">
                <FlaskConical aria-hidden /> Test mode
              </Badge>
            </div>
            <ul className="grid gap-2">
              {outcomes.map(({ outcome, label, hint, icon: Icon }) => (
                <li key={outcome}>
                  <button
                    type="button"
                    onClick={() => onAnswer(outcome)}
                    className="rounded-control border-line-strong hover:bg-surface hover:border-ink flex min-h-14 w-full items-center gap-3 border px-4 py-3 text-left transition-colors"
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
