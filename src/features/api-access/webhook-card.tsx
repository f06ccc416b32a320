"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { CopyLine } from "./copy-line";
import { DeliveryLog } from "./delivery-log";

export type Webhook = RouterOutputs["webhook"]["list"][number];

/** One address: whether it is called, its secret, what was sent to it. */
export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const [open, setOpen] = useState(false);
  const { id, url, types, waiting, disabledAt, disabledReason, secret, formerSecretUntil } = webhook;
  return (
    <article className="bg-raised border-line rounded-card border p-4 sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="font-semibold break-all">{url}</h3>
          <p className="text-ink-soft mt-1 text-sm">
            {types.join(", ")}
            {webhook.event && ` · ${webhook.event.title}`}
          </p>
        </div>
        <Badge tone={disabledAt ? "danger" : "success"}>{disabledAt ? "Off" : "On"}</Badge>
      </div>
      {disabledReason && <p className="text-danger mt-2 text-sm">{disabledReason}</p>}
      {waiting > 0 && (
        <p className="mt-2 text-sm">
          {waiting === 1 ? "1 message waits" : `${waiting} messages wait`}
          {disabledAt ? " until you switch it on." : "."}
        </p>
      )}
      <Actions webhook={webhook} open={open} onToggle={() => setOpen(!open)} />
      {open && (
        <div className="mt-4 grid gap-4">
          <div>
            <p className="mb-1 text-sm font-medium">Signing secret</p>
            <CopyLine text={secret} what="secret" />
            {formerSecretUntil && formerSecretUntil > new Date() && (
              <p className="text-ink-soft mt-1 text-sm">The former secret signs too, for a day.</p>
            )}
          </div>
          <DeliveryLog id={id} />
        </div>
      )}
    </article>
  );
}

function Actions({ webhook, open, onToggle }: { webhook: Webhook; open: boolean; onToggle: () => void }) {
  const { id, url, disabledAt } = webhook;
  const [asking, setAsking] = useState<"rotate" | "remove" | null>(null);
  const utils = api.useUtils();
  const told = {
    onSuccess: () => utils.webhook.invalidate(),
    onError: (error: unknown) => toast.error(refusalOf(error).message),
    onSettled: () => setAsking(null),
  };
  const update = api.webhook.update.useMutation(told);
  const rotate = api.webhook.rotateSecret.useMutation(told);
  const remove = api.webhook.remove.useMutation(told);
  const test = api.webhook.test.useMutation({
    onSuccess: async ({ delivered, error }) => {
      await utils.webhook.invalidate();
      if (delivered) toast.success("It arrived.");
      else toast.error(`It did not arrive. ${error ?? ""}`);
    },
    onError: told.onError,
  });
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button variant="secondary" size="sm" loading={test.isPending} onClick={() => test.mutate({ id })}>
        Send a test
      </Button>
      <Button variant="secondary" size="sm" aria-expanded={open} onClick={onToggle}>
        {open ? "Hide secret and log" : "Secret and log"}
      </Button>
      <Button variant="ghost" size="sm" loading={update.isPending} onClick={() => update.mutate({ id, enabled: disabledAt !== null })}>
        {disabledAt ? "Switch on" : "Switch off"}
      </Button>
      <ConfirmDialog
        open={asking === "rotate"}
        onOpenChange={(next) => setAsking(next ? "rotate" : null)}
        trigger={
          <Button variant="ghost" size="sm">
            New secret
          </Button>
        }
        title="Make a new secret?"
        description="The former one goes on signing beside it for a day, so that nothing fails while you change over."
        confirmLabel="Make a new secret"
        cancelLabel="Keep this one"
        tone="primary"
        pending={rotate.isPending}
        onConfirm={() => rotate.mutate({ id })}
      />
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={(next) => setAsking(next ? "remove" : null)}
        trigger={
          <Button variant="ghost" size="sm">
            Remove
          </Button>
        }
        title="Remove this webhook?"
        description={`${url} is called no more, and its log goes.`}
        confirmLabel="Remove it"
        cancelLabel="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ id })}
      />
    </div>
  );
}
