"use client";

import { Users } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Select } from "~/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { standingWords, type TeamRole } from "~/domain/team";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatDay } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { RoleOptions } from "./role-options";

type Member = RouterOutputs["team"]["list"]["members"][number];

/** The people of a team: what each may, and the way out. */
export function MemberList({ members }: { members: readonly Member[] }) {
  if (members.length === 0) {
    return (
      <EmptyState icon={Users} title="You run this alone so far">
        Ask a manager for the events, a seller for the box office, or somebody for the door. Each sees what their role needs.
      </EmptyState>
    );
  }
  return (
    <Table stack caption="Team">
      <TableHead>
        <TableRow>
          <TableHeader>Who</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>May</TableHeader>
          <TableHeader>Since</TableHeader>
          <TableHeader>
            <span className="sr-only">Remove</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </TableBody>
    </Table>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { id: memberId, name, email, role } = member;
  const [asking, setAsking] = useState(false);
  const utils = api.useUtils();
  const settle = {
    onSuccess: () => utils.team.list.invalidate(),
    onError: (error: unknown) => void toast.error(refusalOf(error).message),
  };
  const setRole = api.team.setRole.useMutation(settle);
  const remove = api.team.remove.useMutation({ ...settle, onSettled: () => setAsking(false) });
  return (
    <TableRow>
      <TableCell className="min-w-48">
        <span className="font-semibold">{name}</span>
        <span className="text-ink-soft block break-all">{email}</span>
      </TableCell>
      <TableCell label="Role" className="min-w-36">
        <Select
          aria-label={`Role of ${name}`}
          value={setRole.isPending ? setRole.variables.role : role}
          onChange={(event) => setRole.mutate({ memberId, role: event.target.value as TeamRole })}
        >
          <RoleOptions />
        </Select>
      </TableCell>
      <TableCell label="May" className="text-ink-soft min-w-52">
        {standingWords[role].may}
      </TableCell>
      <TableCell label="Since" className="whitespace-nowrap">
        {formatDay(member.createdAt, { timeZone: homeZone })}
      </TableCell>
      <TableCell className="text-right">
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          trigger={
            <Button variant="ghost" size="sm" aria-label={`Remove ${name}`}>
              Remove
            </Button>
          }
          title={`Remove ${name} from the team?`}
          description="They are shut out of your events at once. You may invite them again."
          confirmLabel="Remove from the team"
          cancelLabel="Keep them"
          pending={remove.isPending}
          onConfirm={() => remove.mutate({ memberId })}
        />
      </TableCell>
    </TableRow>
  );
}
