import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { Messages } from "~/features/organizer/messages/messages";
import { requireOrganizer } from "~/server/http/page-guards";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Messages to attendees" };

export default async function MessagesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireOrganizer(`/organizer/events/${id}/messages`);
  const [{ title, venue }] = await Promise.all([orNotFound(api.event.byId({ id })), api.message.list.prefetch({ eventId: id })]);
  return (
    <HydrateClient>
      <PageHeader
        title="Messages"
        description="Write to everybody with tickets, or to some sections. Each person gets it once, by mail and in the shop."
        breadcrumbs={[
          { label: "Dashboard", href: "/organizer/dashboard" },
          { label: title, href: `/organizer/events/${id}` },
          { label: "Messages" },
        ]}
      />
      <Messages eventId={id} timeZone={venue.timeZone} />
    </HydrateClient>
  );
}
