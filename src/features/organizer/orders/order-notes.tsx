"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";

type Notes = RouterOutputs["organizer"]["order"]["notes"];

/** What the organizer notes of a booking; nobody else reads it. */
export function OrderNotes({ bookingId, notes, timeZone }: { bookingId: string; notes: Notes; timeZone: string }) {
  const utils = api.useUtils();
  const [body, setBody] = useState("");
  const add = api.organizer.addNote.useMutation({
    onSuccess: async () => {
      setBody("");
      await utils.organizer.order.invalidate({ bookingId });
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  return (
    <section aria-labelledby="order-notes" className="border-line mt-6 border-t pt-6">
      <h3 id="order-notes" className="display text-lg">
        Notes
      </h3>
      {notes.length > 0 && (
        <ul className="divide-line mt-1 divide-y text-sm">
          {notes.map((note) => (
            <li key={note.id} className="py-2">
              <p className="break-words whitespace-pre-line">{note.body}</p>
              <p className="text-ink-soft">
                {note.author}, {formatWhen(note.createdAt, { timeZone })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form
        className="mt-3 grid justify-items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (body.trim()) add.mutate({ bookingId, body: body.trim() });
        }}
      >
        <Field label="New note" hint="For you alone: buyers never see it." className="w-full">
          <Textarea rows={2} maxLength={1_000} value={body} onChange={(event) => setBody(event.target.value)} />
        </Field>
        <Button type="submit" size="sm" variant="secondary" loading={add.isPending} disabled={!body.trim()}>
          Keep this note
        </Button>
      </form>
    </section>
  );
}
