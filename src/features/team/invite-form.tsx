"use client";

import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { standingWords, type TeamRole } from "~/domain/team";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { RoleOptions } from "./role-options";

/** Asks somebody into the team, by their address. */
export function InviteForm() {
  const utils = api.useUtils();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<TeamRole>("SELLER");
  const invite = api.team.invite.useMutation({
    onSuccess: async () => {
      toast.success(`The invitation is on its way to ${email}.`);
      setEmail("");
      await utils.team.list.invalidate();
    },
  });
  const refusal = invite.error && refusalOf(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ email, role });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Invite" className="mb-10 grid max-w-3xl items-start gap-4 sm:grid-cols-[1fr_12rem_auto]">
      <Field label="Their email address" required error={refusal?.message}>
        <Input type="email" value={email} onChange={(event) => setEmail(event.target.value)} autoComplete="off" placeholder="asha@example.com" />
      </Field>
      <Field label="As">
        <Select value={role} onChange={(event) => setRole(event.target.value as TeamRole)}>
          <RoleOptions />
        </Select>
      </Field>
      <Button type="submit" loading={invite.isPending} className="sm:mt-6.5">
        Invite
      </Button>
      <p className="text-ink-soft text-sm sm:col-span-3">
        {standingWords[role].name}: {standingWords[role].may.charAt(0).toLowerCase() + standingWords[role].may.slice(1)}.
      </p>
    </form>
  );
}
