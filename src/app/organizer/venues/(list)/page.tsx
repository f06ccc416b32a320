import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { loadVenueParams, venuesInput } from "~/features/venues/venue-params";
import { VenueTable } from "~/features/venues/venue-table";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Venues" };

export default async function VenuesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await api.venue.list.prefetch(venuesInput(await loadVenueParams(searchParams)));
  return (
    <HydrateClient>
      <PageHeader
        title="Venues"
        description="Yours, and the shared ones that anyone may use."
        actions={
          <Button asChild>
            <Link href="/organizer/venues/create">Add a venue</Link>
          </Button>
        }
      />
      <VenueTable />
    </HydrateClient>
  );
}
