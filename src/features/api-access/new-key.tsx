"use client";

import { useState, type FormEvent } from "react";
import { apiScopes, type ApiScope } from "~/domain/api-key";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { refusalOf } from "~/lib/api-error";
import { api } from "~/trpc/react";
import { Choices } from "./choices";
import { CopyLine } from "./copy-line";
import { scopeWords } from "./words";

/** Makes a key and shows it, this once. */
export function NewKey() {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) setKey(null);
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>New key</Button>
      </DialogTrigger>
      <DialogContent
        title={key ? "Here is your key" : "New API key"}
        description={key ? "Copy it now. It is shown this once: we keep no copy." : "For your own programs. Whoever has it may do what you tick."}
      >
        {key ? (
          <>
            <CopyLine text={key} what="key" />
            <DialogActions>
              <Button onClick={() => change(false)}>I have it</Button>
            </DialogActions>
          </>
        ) : (
          <KeyForm onMade={setKey} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<ApiScope[]>(["events"]);
  const [eventId, setEventId] = useState("");
  const [days, setDays] = useState("90");
  const utils = api.useUtils();
  const events = api.event.list.useQuery({ mine: true, limit: 100 });
  const create = api.apiKey.create.useMutation({
    onSuccess: async ({ key }) => {
      onMade(key);
      await utils.apiKey.invalidate();
    },
  });
  const refusal = create.error && refusalOf(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, scopes, eventId: eventId || undefined, expiresInDays: days ? Number(days) : undefined });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" required hint="To tell it by: what uses it.">
        <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" placeholder="Box office" />
      </Field>
      <Choices legend="It may" choices={apiScopes.map((value) => ({ value, ...scopeWords[value] }))} chosen={scopes} onChange={setScopes} />
      <Field label="For">
        <Select value={eventId} onChange={(event) => setEventId(event.target.value)}>
          <option value="">All of your events</option>
          {events.data?.items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Holds for">
        <Select value={days} onChange={(event) => setDays(event.target.value)}>
          <option value="30">30 days</option>
          <option value="90">90 days</option>
          <option value="365">A year</option>
          <option value="">Until you revoke it</option>
        </Select>
      </Field>
      {refusal && <Alert tone="danger">{refusal.message}</Alert>}
      <DialogActions>
        <Button type="submit" loading={create.isPending}>
          Make the key
        </Button>
      </DialogActions>
    </form>
  );
}
