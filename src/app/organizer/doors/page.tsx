import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { Doors } from "~/features/team/doors";
import { requireOrganizer } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Doors" };

export default async function DoorsPage() {
  await requireOrganizer("/organizer/doors", "DOOR");
  await api.checkIn.doors.prefetch();
  return (
    <HydrateClient>
      <PageHeader title="Doors" description="Scan tickets with this device." />
      <Doors />
    </HydrateClient>
  );
}
