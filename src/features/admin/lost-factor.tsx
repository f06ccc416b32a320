"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

/** Takes the second factor off somebody's account who has lost phone and recovery codes. */
export function LostFactor({ user, onDone }: { user: { id: string; name: string }; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const clear = api.admin.clearSecondFactor.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast.success(`${user.name} signs in by the password alone again.`);
      onDone();
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" aria-label={`Take off the second factor of ${user.name}`}>
          Lost phone
        </Button>
      }
      title={`Take off the second factor of ${user.name}?`}
      description="Do so only once you are sure who asks. Every device is signed out, and a mail tells them."
      confirmLabel="Take it off"
      cancelLabel="Keep it"
      pending={clear.isPending}
      onConfirm={() => clear.mutate({ userId: user.id })}
    />
  );
}
