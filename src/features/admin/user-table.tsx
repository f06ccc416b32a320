"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import type { Role } from "~/domain/permissions";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatDay } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { ListControls, useListParams } from "./list-controls";
import { ListFrame } from "./list-frame";
import { usersInput } from "./list-params";
import { LostFactor } from "./lost-factor";

type User = RouterOutputs["admin"]["users"]["items"][number];

const roleWords: Record<Role, string> = { USER: "Buyer", ORGANIZER: "Organizer", ADMIN: "Admin" };
const options = [...Object.entries(roleWords), ["suspended", "Suspended"]] as [string, string][];

/** People, what they may do, and whether they may come in. `ownId`: whoever looks, who cannot change themselves. */
export function UserTable({ ownId }: { ownId: string }) {
  const [params] = useListParams();
  const query = api.admin.users.useQuery(usersInput(params), { placeholderData: keepPreviousData });
  return (
    <>
      <ListControls placeholder="Name or mail address" filter="Role" options={options} />
      <ListFrame query={query} path="/admin" params={params} empty="Nobody fits these words.">
        {(users) => (
          <Table stack caption="People">
            <TableHead>
              <TableRow>
                <TableHeader>Person</TableHeader>
                <TableHeader>Since</TableHeader>
                <TableHeader numeric>Bookings</TableHeader>
                <TableHeader numeric>Events</TableHeader>
                <TableHeader>Role</TableHeader>
                <TableHeader>Account</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {users.map((user) => (
                <UserRow key={user.id} user={user} own={user.id === ownId} />
              ))}
            </TableBody>
          </Table>
        )}
      </ListFrame>
    </>
  );
}

function UserRow({ user, own }: { user: User; own: boolean }) {
  const utils = api.useUtils();
  const setRole = api.admin.setRole.useMutation({
    onSuccess: async ({ role }) => {
      toast.success(`${user.name} is now: ${roleWords[role].toLowerCase()}.`);
      await utils.admin.users.invalidate();
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  return (
    <TableRow>
      <TableCell className="min-w-48">
        {user.name}
        <span className="text-ink-soft block">{user.email}</span>
      </TableCell>
      <TableCell label="Since" className="whitespace-nowrap">
        {formatDay(user.createdAt, { timeZone: homeZone })}
      </TableCell>
      <TableCell label="Bookings" numeric>
        {user.bookingCount.toLocaleString("en-IN")}
      </TableCell>
      <TableCell label="Events" numeric>
        {user.eventCount.toLocaleString("en-IN")}
      </TableCell>
      <TableCell label="Role" className="min-w-36">
        <Field label={`Role of ${user.name}`} hideLabel>
          <Select
            value={user.role}
            disabled={own || setRole.isPending}
            onChange={(event) => setRole.mutate({ userId: user.id, role: event.target.value as Role })}
          >
            {Object.entries(roleWords).map(([role, word]) => (
              <option key={role} value={role}>
                {word}
              </option>
            ))}
          </Select>
        </Field>
      </TableCell>
      <TableCell label="Account" className="whitespace-nowrap">
        {own ? (
          <Badge>You</Badge>
        ) : (
          <span className="flex flex-wrap items-center gap-x-2">
            <Suspension user={user} onDone={() => void utils.admin.users.invalidate()} />
            {user.secondFactor && <LostFactor user={user} onDone={() => void utils.admin.users.invalidate()} />}
          </span>
        )}
      </TableCell>
    </TableRow>
  );
}

function Suspension({ user, onDone }: { user: User; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const change = api.admin.setSuspended.useMutation({
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  if (user.suspendedAt) {
    return (
      <span className="flex items-center gap-2">
        <Badge tone="danger">Suspended</Badge>
        <Button
          variant="ghost"
          size="sm"
          loading={change.isPending}
          onClick={() => change.mutate({ userId: user.id, suspended: false })}
        >
          Let in again
        </Button>
      </span>
    );
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" aria-label={`Suspend ${user.name}`}>
          Suspend
        </Button>
      }
      title={`Suspend ${user.name}`}
      description="They are signed out everywhere at once and cannot sign in. Their bookings stay. Their events go off sale, and who has tickets for one is told."
      confirmLabel="Suspend account"
      cancelLabel="Keep account"
      pending={change.isPending}
      onConfirm={() => change.mutate({ userId: user.id, suspended: true })}
    />
  );
}
