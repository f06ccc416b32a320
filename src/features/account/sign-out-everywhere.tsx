"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { openPage } from "~/lib/session-client";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

/** Ends every session, this one too. */
export function SignOutEverywhere() {
  const [open, setOpen] = useState(false);
  const end = api.user.endAllSessions.useMutation({
    onSuccess: () => openPage("/login?ended=1"),
    onError: (error) => {
      setOpen(false);
      toast.error(refusalOf(error).message);
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="secondary" className="mt-4">
          Sign out everywhere
        </Button>
      }
      title="Sign out everywhere?"
      description="This device too. Your bookings and seats under payment stay yours; you sign in again to see them."
      confirmLabel="Sign out everywhere"
      cancelLabel="Stay signed in"
      pending={end.isPending || end.isSuccess}
      onConfirm={() => end.mutate()}
    />
  );
}
