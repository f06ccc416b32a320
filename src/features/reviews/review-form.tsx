"use client";

import { useState, type FormEvent } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { StarInput } from "~/components/ui/star-input";
import { Textarea } from "~/components/ui/textarea";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";

type Own = RouterOutputs["review"]["list"]["own"];

/** Stars and, if one likes, words: to write a review or to change one's own. */
export function ReviewForm({ eventId, own, onDone }: { eventId: string; own: Own; onDone?: () => void }) {
  const [rating, setRating] = useState(own?.rating ?? 0);
  const [comment, setComment] = useState(own?.comment ?? "");
  const [unrated, setUnrated] = useState(false);
  const utils = api.useUtils();
  const save = api.review.upsert.useMutation({
    onSuccess: async () => {
      await Promise.all([
        utils.review.list.invalidate({ eventId }),
        utils.event.byId.invalidate({ id: eventId }),
      ]);
      toast.success(own ? "Your review is changed" : "Thank you, your review is there");
      onDone?.();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setUnrated(rating === 0);
    if (rating > 0) save.mutate({ eventId, rating, comment: comment.trim() || undefined });
  }

  return (
    <form onSubmit={submit} className="grid max-w-prose gap-4">
      <div>
        <p className="text-sm font-medium">{own ? "Your review" : "You were there. How was it?"}</p>
        <StarInput label="Your rating" value={rating} onChange={setRating} className="-ml-2.5" />
        {unrated && rating === 0 && (
          <p role="alert" className="text-danger text-sm">
            Give one to five stars.
          </p>
        )}
      </div>
      <Field label="In your words" optional>
        <Textarea
          maxLength={2_000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          placeholder="What would you tell a friend who could not come?"
        />
      </Field>
      {save.error && <Alert tone="danger">{save.error.message}</Alert>}
      <div className="flex gap-2">
        <Button type="submit" loading={save.isPending}>
          {own ? "Save changes" : "Publish review"}
        </Button>
        {onDone && (
          <Button variant="ghost" onClick={onDone}>
            Keep it as it was
          </Button>
        )}
      </div>
    </form>
  );
}
