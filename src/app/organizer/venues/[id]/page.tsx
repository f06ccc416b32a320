import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { EditVenue } from "~/features/venues/edit-venue";
import { ShowVenue } from "~/features/venues/show-venue";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Venue" };

export default async function VenuePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [venue] = await Promise.all([orNotFound(api.venue.byId({ id })), api.venue.byId.prefetch({ id })]);
  return (
    <HydrateClient>
      <PageHeader
        title={venue.name}
        breadcrumbs={[{ label: "Venues", href: "/organizer/venues" }, { label: venue.name }]}
      />
      {venue.editable ? <EditVenue id={id} /> : <ShowVenue id={id} />}
    </HydrateClient>
  );
}
