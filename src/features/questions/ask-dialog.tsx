"use client";

import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { useSignIn } from "~/lib/use-sign-in";
import { api } from "~/trpc/react";
import { AskButton } from "./ask-organizer";

/** One question to the organizer. The answer comes by mail. */
export function AskDialog({ eventId, organizer, defaultOpen }: { eventId: string; organizer: string; defaultOpen: boolean }) {
  const [open, setOpen] = useState(defaultOpen);
  const [text, setText] = useState("");
  const signIn = useSignIn(`/events/${eventId}`);
  const ask = api.question.ask.useMutation({
    onSuccess: () => {
      setOpen(false);
      setText("");
      toast.success("Your question is on its way.", { description: "The answer comes to your email address." });
    },
    onError: (error) => refusalOf(error).code === "UNAUTHORIZED" && signIn("ask"),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate({ eventId, text });
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <AskButton />
      </DialogTrigger>
      <DialogContent
        title={<>Ask {organizer}</>}
        description="They see your first name and your question, not your address. The answer comes to you by mail."
      >
        <form onSubmit={submit}>
          <Field label="Your question" hint="Never send card numbers, passwords or ticket codes." error={ask.error && refusalOf(ask.error).message}>
            <Textarea required maxLength={1_000} rows={4} value={text} onChange={({ target }) => setText(target.value)} />
          </Field>
          <DialogActions>
            <DialogClose asChild>
              <Button variant="secondary">Leave it</Button>
            </DialogClose>
            <Button type="submit" loading={ask.isPending}>
              Send the question
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
