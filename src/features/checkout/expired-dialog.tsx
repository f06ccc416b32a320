"use client";

import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "~/components/ui/dialog";
import { countOf, listOf } from "~/lib/words";

/** The hold ran out: what happened to the seats, and which of them may be had again. */
export function ExpiredDialog({
  names,
  freeNames,
  holding,
  onHoldAgain,
  onClose,
}: {
  /** Seats that were held; none: the dialog is shut. */
  names: string[];
  /** Those of them that nobody has taken since. */
  freeNames: string[];
  holding: boolean;
  onHoldAgain: () => void;
  onClose: () => void;
}) {
  const all = freeNames.length === names.length;
  const standing =
    freeNames.length === 0
      ? "Someone else has them now."
      : all
        ? names.length === 1
          ? "It is still free."
          : "They are all still free."
        : `${listOf(freeNames)} ${freeNames.length === 1 ? "is" : "are"} still free, the rest went to others.`;
  return (
    <Dialog open={names.length > 0} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Your time ran out"
        description={`${listOf(names)} went back on sale, so that others may have a turn. ${standing} Nothing was charged.`}
      >
        <DialogActions>
          <Button variant={freeNames.length > 0 ? "secondary" : "primary"} onClick={onClose}>
            Choose other seats
          </Button>
          {freeNames.length > 0 && (
            <Button loading={holding} onClick={onHoldAgain}>
              Hold {countOf(freeNames.length, "seat")} again
            </Button>
          )}
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
