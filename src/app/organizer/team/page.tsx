import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { Team } from "~/features/team/team";
import { requireOrganizer } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  await requireOrganizer("/organizer/team", "OWNER");
  await api.team.list.prefetch();
  return (
    <HydrateClient>
      <PageHeader title="Team" description="Who runs your events with you. Each signs in with an account of their own and sees what their role needs." />
      <Team />
    </HydrateClient>
  );
}
