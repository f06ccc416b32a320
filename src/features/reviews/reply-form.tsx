"use client";

import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { api } from "~/trpc/react";

/** The organizer's answer under a review; a second answer replaces the first. */
export function ReplyForm({
  eventId,
  reviewId,
  reply,
}: {
  eventId: string;
  reviewId: string;
  reply: string | null;
}) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(reply ?? "");
  const utils = api.useUtils();
  const save = api.review.reply.useMutation({
    onSuccess: async () => {
      await utils.review.list.invalidate({ eventId });
      setOpen(false);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate({ id: reviewId, reply: text });
  }

  if (!open) {
    return (
      <Button variant="ghost" size="sm" className="mt-2 -ml-3" onClick={() => setOpen(true)}>
        {reply ? "Change the answer" : "Answer"}
      </Button>
    );
  }
  return (
    <form onSubmit={submit} className="mt-3 grid w-full max-w-prose gap-3">
      <Field label="Your answer, for everyone to read" error={save.error?.message}>
        <Textarea
          required
          maxLength={1_000}
          rows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" loading={save.isPending}>
          Publish answer
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setOpen(false)}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
