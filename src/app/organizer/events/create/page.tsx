import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { CreateEvent } from "~/features/organizer/create-event";
import { venuesInput } from "~/features/organizer/use-venues";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Create an event" };

export default async function CreateEventPage() {
  await api.venue.list.prefetch(venuesInput);
  return (
    <HydrateClient>
      <PageHeader
        title="Create an event"
        breadcrumbs={[{ label: "Dashboard", href: "/organizer/dashboard" }, { label: "Create an event" }]}
      />
      <CreateEvent />
    </HydrateClient>
  );
}
