"use client";

import { TableSkeleton } from "~/components/table-skeleton";
import { ErrorState } from "~/components/ui/error-state";
import { api } from "~/trpc/react";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";
import { MemberList } from "./member-list";

/** Who runs an organizer's events with them: the people, who was asked, and asking another. */
export function Team() {
  const query = api.team.list.useQuery();
  const { data } = query;
  return (
    <>
      <InviteForm />
      {!data && !query.isError && <TableSkeleton />}
      {!data && query.isError && <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />}
      {data && <MemberList members={data.members} />}
      {data && data.invitations.length > 0 && <InvitationList invitations={data.invitations} />}
    </>
  );
}
