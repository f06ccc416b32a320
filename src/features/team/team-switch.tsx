"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { standingWords } from "~/domain/team";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";

type Team = RouterOutputs["team"]["mine"]["teams"][number];

/** Where work for a team begins; `null`: one's own. */
const deskOf = (team: Team | undefined) => (team?.role === "DOOR" ? "/organizer/doors" : "/organizer/dashboard");

/** Whom one works for, for who is in a team: said always, chosen where there is a choice; and the way out. */
export function TeamSwitch() {
  const { data } = api.team.mine.useQuery();
  const go = useMoved();
  const choose = api.team.choose.useMutation({
    onSuccess: (_, { ownerId }) => go(deskOf(data?.teams.find((team) => team.ownerId === ownerId))),
    onError: (error) => toast.error(refusalOf(error).message),
  });
  if (!data || data.teams.length === 0) return null;
  const now = data.teams.find(({ chosen }) => chosen);
  const chosen = now?.ownerId ?? "";
  return (
    <div className="border-line flex flex-wrap items-end gap-3 border-b py-4">
      {data.own || data.teams.length > 1 ? (
        <Field label="You work for" className="w-full max-w-xs">
          <Select value={choose.isPending ? (choose.variables.ownerId ?? "") : chosen} onChange={(event) => choose.mutate({ ownerId: event.target.value || null })}>
            {data.own && <option value="">Yourself</option>}
            {data.teams.map(({ ownerId, name, role }) => (
              <option key={ownerId} value={ownerId}>
                {name}, as {standingWords[role].name.toLowerCase()}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <p className="text-ink-soft self-center text-sm">
          You work for <span className="text-ink font-medium">{now?.name}</span>, as {now && standingWords[now.role].name.toLowerCase()}.
        </p>
      )}
      {now && <LeaveTeam team={now} />}
    </div>
  );
}

function LeaveTeam({ team }: { team: Team }) {
  const [asking, setAsking] = useState(false);
  const go = useMoved();
  const leave = api.team.leave.useMutation({
    onSuccess: () => go("/"),
    onError: (error) => toast.error(refusalOf(error).message),
    onSettled: () => setAsking(false),
  });
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={setAsking}
      trigger={
        <Button variant="ghost" size="sm">
          Leave
        </Button>
      }
      title={`Leave the team of ${team.name}?`}
      description="You are shut out of its events at once. Your own bookings stay as they are."
      confirmLabel="Leave the team"
      cancelLabel="Stay"
      pending={leave.isPending}
      onConfirm={() => leave.mutate({ ownerId: team.ownerId })}
    />
  );
}

/** Goes on elsewhere, with nothing kept that was read for somebody else. */
function useMoved() {
  const router = useRouter();
  const utils = api.useUtils();
  return async (path: string) => {
    await utils.invalidate();
    router.push(path);
    router.refresh();
  };
}
