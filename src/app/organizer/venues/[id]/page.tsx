import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
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
        actions={
          venue.editable && (
            <Button asChild variant="secondary">
              <Link href={`/organizer/venues/${id}/plan`}>Draw, import or export the plan</Link>
            </Button>
          )
        }
      />
      {venue.editable ? <EditVenue id={id} /> : <ShowVenue id={id} />}
    </HydrateClient>
  );
}
