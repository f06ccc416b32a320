import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHeader } from "~/components/page-header";
import { PlanScreen } from "./plan-screen";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Seating plan" };

export default async function PlanPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const venue = await orNotFound(api.venue.byId({ id }));
  if (!venue.editable) forbidden();
  return (
    <HydrateClient>
      <PageHeader
        title="Seating plan"
        breadcrumbs={[
          { label: "Venues", href: "/organizer/venues" },
          { label: venue.name, href: `/organizer/venues/${id}` },
          { label: "Seating plan" },
        ]}
      />
      <PlanScreen id={id} />
    </HydrateClient>
  );
}
