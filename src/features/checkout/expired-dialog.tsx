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
  /** Those of them that nobody has taken since; null: not known yet. */
  freeNames: string[] | null;
  holding: boolean;
  onHoldAgain: () => void;
  onClose: () => void;
}) {
  const free = freeNames?.length ?? 0;
  return (
    <Dialog open={names.length > 0} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Your time ran out"
        description={`${listOf(names)} went back on sale, so that others may have a turn. ${standing(names, freeNames)} Nothing was charged.`}
      >
        <DialogActions>
          <Button variant={free > 0 ? "secondary" : "primary"} onClick={onClose}>
            Choose other seats
          </Button>
          {free > 0 && (
            <Button loading={holding} onClick={onHoldAgain}>
              Hold {countOf(free, "seat")} again
            </Button>
          )}
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}

/** How the seats that ran out stand now, in a sentence. */
function standing(names: string[], freeNames: string[] | null): string {
  if (freeNames === null) return "We are looking whether anyone has taken them.";
  if (freeNames.length === 0) return names.length === 1 ? "Someone else has it now." : "Someone else has them now.";
  if (freeNames.length < names.length) return `${listOf(freeNames)} ${freeNames.length === 1 ? "is" : "are"} still free, the rest went to others.`;
  return names.length === 1 ? "It is still free." : "They are all still free.";
}
