import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { loadListParams, securityInput } from "~/features/admin/list-params";
import { SecurityTable } from "~/features/admin/security-table";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Security log" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await api.admin.securityLog.prefetch(securityInput(await loadListParams(searchParams)));
  return (
    <HydrateClient>
      <PageHeader
        title="Security log"
        description="What happened at the doors: sign-ins, refusals, changed rights, personal data that left. Kept for 180 days."
      />
      <SecurityTable />
    </HydrateClient>
  );
}
