"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { formatPaise } from "~/domain/money";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import type { BookingMoney } from "./booking-money";

/** Ends one booking, all that is left of its money back, whatever the event's policy says. */
export function CallOffBooking({ money, onEnded }: { money: BookingMoney; onEnded: () => void }) {
  const utils = api.useUtils();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const callOff = api.payment.cancelAsOrganizer.useMutation({
    async onSuccess({ refundPaise }) {
      setOpen(false);
      onEnded();
      const back =
        refundPaise > 0
          ? `${formatPaise(refundPaise)} goes back to ${money.buyer.name}.`
          : "Nothing had to go back.";
      toast.success(`Booking ${money.bookingNumber} is cancelled. ${back}`);
      await utils.organizer.invalidate();
    },
  });
  return (
    <section className="border-line mt-6 border-t pt-6">
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          if (callOff.isPending) return;
          callOff.reset();
          setOpen(next);
        }}
        trigger={<Button variant="secondary">Cancel this booking</Button>}
        title={`Cancel booking ${money.bookingNumber}?`}
        description={`Its ${countOf(money.seatCount, "seat")} go back on sale at once, its tickets end, and ${money.buyer.name} is told. This cannot be taken back.`}
        confirmLabel={
          money.leftPaise > 0 ? `Cancel and refund ${formatPaise(money.leftPaise)}` : "Cancel booking"
        }
        cancelLabel="Keep booking"
        pending={callOff.isPending}
        onConfirm={() => callOff.mutate({ bookingId: money.id, note: note.trim() })}
      >
        <Field label="Reason" optional>
          <Textarea rows={2} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {callOff.isError && (
          <Alert tone="danger" className="mt-3">
            {refusalOf(callOff.error).message}
          </Alert>
        )}
      </ConfirmDialog>
    </section>
  );
}
