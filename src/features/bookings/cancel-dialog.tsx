"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { formatPaise } from "~/domain/money";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { cancellationTerms, seatsInWords, type Booking } from "./booking-facts";
import { CancelButton } from "./cancel-booking";

/** Asks before a booking is given up, and says what comes back and until when. */
export function CancelDialog({ booking, defaultOpen }: { booking: Booking; defaultOpen: boolean }) {
  const utils = api.useUtils();
  const [open, setOpen] = useState(defaultOpen);
  const cancel = api.booking.cancel.useMutation({
    async onSuccess({ refundPaise }) {
      // A message about it was written, too.
      void utils.notification.list.invalidate();
      await utils.booking.list.invalidate();
      setOpen(false);
      toast.success(
        refundPaise > 0
          ? `Booking cancelled. ${formatPaise(refundPaise)} goes back to the way you paid.`
          : "Booking cancelled. Your seats are free again.",
      );
    },
  });
  const pending = booking.status === "PENDING";
  const terms = cancellationTerms(booking);
  const { refundPaise } = booking.cancellation;
  const seats = `${seatsInWords(booking.items)} for ${booking.event.title}`;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (cancel.isPending) return;
        cancel.reset();
        setOpen(next);
      }}
      trigger={<CancelButton pending={pending} />}
      title={pending ? "Let these seats go?" : "Cancel this booking?"}
      description={
        pending
          ? `${seats} go back on sale at once. Nothing has been charged.`
          : `${seats} go back on sale at once, and the tickets stop being valid.`
      }
      confirmLabel={
        pending
          ? `Let ${countOf(booking.seatCount, "seat")} go`
          : refundPaise
            ? `Cancel, get ${formatPaise(refundPaise)} back`
            : "Cancel booking"
      }
      cancelLabel="Keep booking"
      pending={cancel.isPending}
      onConfirm={() => cancel.mutate({ bookingId: booking.id })}
    >
      {terms && <Alert>{terms}</Alert>}
      {cancel.isError && (
        <Alert tone="danger" className="mt-3">
          {refusalOf(cancel.error).message}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
