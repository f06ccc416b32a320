"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

/** An admin's way to hide a review from everyone, with a reason that its author reads. */
export function TakeDown({ eventId, reviewId, author }: { eventId: string; reviewId: string; author: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const utils = api.useUtils();
  const takeDown = api.review.takeDown.useMutation({
    onSuccess: async () => {
      setOpen(false);
      toast.success("The review is taken down");
      await Promise.all([utils.review.list.invalidate({ eventId }), utils.event.byId.invalidate({ id: eventId })]);
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  const confirm = () => {
    const given = reason.trim();
    setMissing(!given);
    if (given) takeDown.mutate({ id: reviewId, reason: given });
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" className="mt-2 -ml-3">
          Take down
        </Button>
      }
      title={`Take down what ${author} wrote?`}
      description="Nobody sees it any more, its stars no longer count, and it cannot be written again. The audit log keeps it."
      confirmLabel="Take it down"
      cancelLabel="Leave it"
      pending={takeDown.isPending}
      onConfirm={confirm}
    >
      <Field label="Reason, as its author reads it" error={missing && !reason.trim() ? "Say why." : undefined}>
        <Textarea value={reason} maxLength={300} rows={2} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
