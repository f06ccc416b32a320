"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { standingWords } from "~/domain/team";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatDay } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";

type Invitation = RouterOutputs["team"]["list"]["invitations"][number];

/** Who was asked and has not answered. */
export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  const [now] = useState(() => new Date());
  const utils = api.useUtils();
  const settle = {
    onSuccess: () => utils.team.list.invalidate(),
    onError: (error: unknown) => void toast.error(refusalOf(error).message),
  };
  const withdraw = api.team.withdraw.useMutation(settle);
  const again = api.team.invite.useMutation({ ...settle, onSuccess: async (_, { email }) => {
    toast.success(`The invitation is on its way to ${email} once more.`);
    await settle.onSuccess();
  } });
  return (
    <section aria-labelledby="invitations" className="mt-12">
      <h2 id="invitations" className="display text-2xl">
        Invited
      </h2>
      <ul className="divide-line border-line mt-4 divide-y border-t">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 grow">
              <p className="font-medium break-all">{email}</p>
              <p className="text-ink-soft text-sm">
                {standingWords[role].name}, {expiresAt > now ? `waits until ${formatDay(expiresAt, { timeZone: homeZone }, now)}` : "not answered in time"}
              </p>
            </div>
            <Button variant="secondary" size="sm" loading={again.isPending && again.variables.email === email} onClick={() => again.mutate({ email, role })}>
              Send again
            </Button>
            <Button variant="ghost" size="sm" loading={withdraw.isPending && withdraw.variables.id === id} onClick={() => withdraw.mutate({ id })}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
