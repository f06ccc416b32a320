"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { ReviewForm } from "./review-form";

/** What one may do about one's own review: write it, change it, take it back, or read why it was taken down. */
export function OwnReview({ eventId, list }: { eventId: string; list: RouterOutputs["review"]["list"] }) {
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const utils = api.useUtils();
  const remove = api.review.remove.useMutation({
    onSuccess: async () => {
      await Promise.all([
        utils.review.list.invalidate({ eventId }),
        utils.event.byId.invalidate({ id: eventId }),
      ]);
      setAsking(false);
      toast.success("Your review is gone");
    },
    onError: ({ message }) => toast.error(message),
  });
  const { own, mayReview } = list;

  if (own?.removedAt) return <Alert title="Your review was taken down">{own.removedReason}</Alert>;
  if (!mayReview) return null;
  if (!own || editing)
    return <ReviewForm eventId={eventId} own={own} onDone={own ? () => setEditing(false) : undefined} />;
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="secondary" size="sm" onClick={() => setEditing(true)}>
        Change my review
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        trigger={
          <Button variant="ghost" size="sm">
            Take it back
          </Button>
        }
        title="Take your review back?"
        description="Its stars no longer count, and nobody can read it. You may write another."
        confirmLabel="Take it back"
        cancelLabel="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ eventId })}
      />
    </div>
  );
}
