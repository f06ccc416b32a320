import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { venuesInput } from "~/features/organizer/use-venues";
import { requireOrganizer } from "~/server/http/page-guards";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";
import { EditScreen } from "./edit-screen";

export const metadata: Metadata = { title: "Edit event" };

export default async function EditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireOrganizer(`/organizer/events/${id}/edit`);
  const [event] = await Promise.all([
    orNotFound(api.event.byId({ id })),
    api.event.byId.prefetch({ id }),
    api.venue.list.prefetch(venuesInput),
  ]);
  return (
    <HydrateClient>
      <PageHeader
        title="Edit event"
        breadcrumbs={[
          { label: "Dashboard", href: "/organizer/dashboard" },
          { label: event.title, href: `/organizer/events/${id}` },
          { label: "Edit" },
        ]}
      />
      <EditScreen eventId={id} />
    </HydrateClient>
  );
}
