import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { AuditTable } from "~/features/admin/audit-table";
import { auditInput, loadListParams } from "~/features/admin/list-params";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Audit log" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await api.admin.auditLog.prefetch(auditInput(await loadListParams(searchParams)));
  return (
    <HydrateClient>
      <PageHeader
        title="Audit log"
        description="Every change that matters: who, what, before, after, when."
      />
      <AuditTable />
    </HydrateClient>
  );
}
