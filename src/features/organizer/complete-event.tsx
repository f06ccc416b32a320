"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { useEventChanged } from "./use-event-changed";

/** Closes an event that took place. */
export function CompleteEvent({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const changed = useEventChanged(id);
  const complete = api.event.complete.useMutation({
    onSuccess: async () => {
      setOpen(false);
      toast.success("The event is closed. People who came may now review it.");
      await changed();
    },
    onError: (error) => {
      setOpen(false);
      toast.error(refusalOf(error).message);
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="secondary">Mark as over</Button>}
      title="Did the event take place?"
      description="Sales end for good and reviews open. Events also close by themselves some hours after their end."
      confirmLabel="Mark as over"
      tone="primary"
      pending={complete.isPending}
      onConfirm={() => complete.mutate({ id })}
    />
  );
}
