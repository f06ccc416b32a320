import type { Metadata } from "next";
import { DoorLinks } from "~/features/door-links/door-links";
import { requireOrganizer } from "~/server/http/page-guards";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "The door" };

export default async function EventDoorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireOrganizer(`/organizer/events/${id}/door`);
  const [{ title, startsAt, venue }] = await Promise.all([orNotFound(api.event.byId({ id })), api.checkIn.links.prefetch({ eventId: id })]);
  return (
    <HydrateClient>
      <DoorLinks event={{ id, title, startsAt, timeZone: venue.timeZone }} />
    </HydrateClient>
  );
}
