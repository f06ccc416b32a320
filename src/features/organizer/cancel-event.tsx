"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Skeleton } from "~/components/ui/skeleton";
import { Textarea } from "~/components/ui/textarea";
import { formatPaise } from "~/domain/money";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { useEventChanged } from "./use-event-changed";

/** Calls the event off, after saying what that gives back. */
export function CancelEvent({ id, title }: { id: string; title: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const changed = useEventChanged(id);
  const forecast = api.organizer.cancelForecast.useQuery({ id }, { enabled: open, staleTime: 0 });
  const cancel = api.event.cancel.useMutation({
    onSuccess: async () => {
      setOpen(false);
      toast.success("The event is cancelled. Everyone is told, and refunds are on their way.");
      await changed();
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  const { data } = forecast;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="secondary">Cancel event</Button>}
      title={`Cancel ${title}`}
      description="This cannot be taken back. Sales stop at once, tickets end, and buyers are told."
      confirmLabel={
        data && data.refundPaise > 0 ? `Cancel and refund ${formatPaise(data.refundPaise)}` : "Cancel event"
      }
      cancelLabel="Keep event"
      pending={cancel.isPending}
      onConfirm={() => cancel.mutate({ id, reason: reason.trim() || undefined })}
    >
      {forecast.isError && (
        <p className="text-danger">What this refunds could not be read. Close this and try again.</p>
      )}
      {!data && !forecast.isError && <Skeleton className="h-12" />}
      {data && (
        <p className="font-medium">
          {data.bookings === 0
            ? "Nobody has a ticket: there is nothing to refund."
            : `${countOf(data.bookings, "booking")} with ${countOf(data.tickets, "ticket")} end; ${formatPaise(data.refundPaise)} goes back in full.`}
          {data.pending > 0 && ` ${countOf(data.pending, "checkout")} under way is stopped too.`}
        </p>
      )}
      <Field label="Reason, as buyers read it" optional className="mt-4">
        <Textarea
          value={reason}
          maxLength={300}
          rows={2}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
