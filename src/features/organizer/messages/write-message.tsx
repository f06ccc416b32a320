"use client";

import { useState, type FormEvent } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { Dialog, DialogActions, DialogContent } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Textarea } from "~/components/ui/textarea";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { useLeaveWarning } from "~/lib/use-leave-warning";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";

/** A letter to who has tickets: shown as it will look before it leaves. */
export function WriteMessage({ eventId, sections }: { eventId: string; sections: readonly { sectionId: string; name: string }[] }) {
  const [subject, setSubject] = useState("");
  const [body, setBody] = useState("");
  const [sectionIds, setSectionIds] = useState<string[]>([]);
  // One letter, one key: a press that is repeated after a lost answer sends nothing twice.
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const utils = api.useUtils();
  useLeaveWarning(subject !== "" || body !== "");
  const letter = { eventId, sectionIds, subject, body };
  const preview = api.message.preview.useMutation();
  const send = api.message.send.useMutation({
    onSuccess: async ({ recipientCount }) => {
      toast.success(`On its way to ${countOf(recipientCount, "person", "people")}.`);
      setSubject("");
      setBody("");
      setRequestKey(crypto.randomUUID());
      preview.reset();
      await utils.message.list.invalidate({ eventId });
    },
  });
  const refusal = preview.error && refusalOf(preview.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.reset();
    preview.mutate(letter);
  };
  const toggle = (id: string) => setSectionIds(sectionIds.includes(id) ? sectionIds.filter((one) => one !== id) : [...sectionIds, id]);
  const shown = preview.data;
  return (
    <form onSubmit={submit} noValidate aria-label="Write to attendees" className="grid max-w-3xl gap-4">
      {sections.length > 1 && (
        <div role="group" aria-label="To" className="no-scrollbar -mx-1 flex gap-2 overflow-x-auto px-1 py-1">
          <Chip pressed={sectionIds.length === 0} onClick={() => setSectionIds([])}>
            Everybody
          </Chip>
          {sections.map(({ sectionId, name }) => (
            <Chip key={sectionId} pressed={sectionIds.includes(sectionId)} onClick={() => toggle(sectionId)}>
              {name}
            </Chip>
          ))}
        </div>
      )}
      <Field label="Subject" required error={refusal?.field === "subject" ? refusal.message : undefined}>
        <Input value={subject} maxLength={150} onChange={(event) => setSubject(event.target.value)} autoComplete="off" />
      </Field>
      <Field label="Message" required hint="Begins with “Hello” and their name, ends with the evening's facts and a link to their tickets." error={refusal?.field === "body" ? refusal.message : undefined}>
        <Textarea rows={8} maxLength={5_000} value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      {refusal && refusal.field !== "subject" && refusal.field !== "body" && <Alert tone="danger">{refusal.message}</Alert>}
      <div>
        <Button type="submit" loading={preview.isPending}>
          See it first
        </Button>
      </div>
      <Dialog open={shown !== undefined} onOpenChange={(open) => !open && preview.reset()}>
        {shown && (
          <DialogContent title="As it will look" description={shown.recipientCount === 0 ? "Nobody has tickets there yet." : `To ${countOf(shown.recipientCount, "person", "people")}, once each.`}>
            {/* Sandboxed: a mail runs nothing and opens nothing here. */}
            <iframe title={`Mail: ${subject}`} srcDoc={shown.html} sandbox="" className="border-line rounded-card h-[min(28rem,50dvh)] w-full border bg-[#fff]" />
            {send.error && (
              <Alert tone="danger" className="mt-3">
                {refusalOf(send.error).message}
              </Alert>
            )}
            <DialogActions>
              <Button variant="secondary" type="button" disabled={send.isPending} onClick={() => preview.reset()}>
                Write on
              </Button>
              <Button type="button" loading={send.isPending} disabled={shown.recipientCount === 0} onClick={() => send.mutate({ ...letter, requestKey })}>
                Send to {countOf(shown.recipientCount, "person", "people")}
              </Button>
            </DialogActions>
          </DialogContent>
        )}
      </Dialog>
    </form>
  );
}
