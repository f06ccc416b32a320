"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

/** Lays a venue aside after asking, or brings it back at once. */
export function ArchiveVenue({ id, name, archived }: { id: string; name: string; archived: boolean }) {
  const [open, setOpen] = useState(false);
  const utils = api.useUtils();
  const change = api.venue.setArchived.useMutation({
    onSuccess: async () => {
      setOpen(false);
      await utils.venue.invalidate();
      toast.success(archived ? `${name} is back.` : `${name} is archived.`);
    },
    onError: (error) => {
      setOpen(false);
      toast.error(refusalOf(error).message);
    },
  });
  if (archived)
    return (
      <Button
        variant="secondary"
        loading={change.isPending}
        onClick={() => change.mutate({ id, archived: false })}
      >
        Bring it back
      </Button>
    );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="secondary">Archive venue</Button>}
      title={`Archive ${name}`}
      description="It leaves every list, and no new event can be planned here. You can bring it back at any time."
      confirmLabel="Archive venue"
      cancelLabel="Keep it"
      pending={change.isPending}
      onConfirm={() => change.mutate({ id, archived: true })}
    />
  );
}
