import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { Showings } from "~/features/showings/showings";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Dates" };

export default async function DatesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ title, startsAt, venue }] = await Promise.all([orNotFound(api.event.byId({ id })), api.showing.list.prefetch({ eventId: id })]);
  return (
    <HydrateClient>
      <PageHeader
        title="Dates"
        description="The showings of this event: each has seats and a sale of its own; buyers choose among them on its page."
        breadcrumbs={[
          { label: "Dashboard", href: "/organizer/dashboard" },
          { label: title, href: `/organizer/events/${id}` },
          { label: "Dates" },
        ]}
      />
      <Showings event={{ id, startsAt, timeZone: venue.timeZone, city: venue.city }} />
    </HydrateClient>
  );
}
