import type { Metadata } from "next";
import { EventReport } from "~/features/organizer/event-report";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Event report" };

export default async function EventReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await api.organizer.eventReport.prefetch({ eventId: id });
  return (
    <HydrateClient>
      <EventReport eventId={id} />
    </HydrateClient>
  );
}
