import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { CreateVenue } from "~/features/venues/create-venue";

export const metadata: Metadata = { title: "Add a venue" };

export default function CreateVenuePage() {
  return (
    <>
      <PageHeader
        title="Add a venue"
        breadcrumbs={[{ label: "Venues", href: "/organizer/venues" }, { label: "Add a venue" }]}
      />
      <CreateVenue />
    </>
  );
}
