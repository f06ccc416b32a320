"use client";

import { useState, type FormEvent } from "react";
import { webhookTypes, type WebhookType } from "~/domain/webhook-types";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { Choices } from "./choices";
import { typeWords } from "./words";

/** Adds an address to be called. */
export function NewWebhook() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>New webhook</Button>
      </DialogTrigger>
      <DialogContent title="New webhook" description="We post to this address, signed, in the order things happened.">
        <WebhookForm onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function WebhookForm({ onDone }: { onDone: () => void }) {
  const [url, setUrl] = useState("");
  const [types, setTypes] = useState<WebhookType[]>(["booking.confirmed", "booking.cancelled", "booking.refunded"]);
  const utils = api.useUtils();
  const create = api.webhook.create.useMutation({
    onSuccess: async () => {
      await utils.webhook.invalidate();
      toast.success("The webhook is ready. Send a test to see that it arrives.");
      onDone();
    },
  });
  const refusal = create.error && refusalOf(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ url, types });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Address" required hint="On the public internet; redirects are not followed.">
        <Input type="url" value={url} onChange={(event) => setUrl(event.target.value)} placeholder="https://example.com/aisle" />
      </Field>
      <Choices
        legend="Tell it when"
        choices={webhookTypes.map((value) => ({ value, label: typeWords[value] }))}
        chosen={types}
        onChange={setTypes}
      />
      {refusal && <Alert tone="danger">{refusal.message}</Alert>}
      <DialogActions>
        <Button type="submit" loading={create.isPending}>
          Add the webhook
        </Button>
      </DialogActions>
    </form>
  );
}
