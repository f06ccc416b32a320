import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { IntegrityReport } from "~/features/admin/integrity-report";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Integrity" };

export default async function Page() {
  await api.admin.integrity.prefetch();
  return (
    <HydrateClient>
      <PageHeader title="Integrity" description="Seats, bookings and money, checked against one another." />
      <IntegrityReport />
    </HydrateClient>
  );
}
