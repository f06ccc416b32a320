import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { loadListParams, usersInput } from "~/features/admin/list-params";
import { UserTable } from "~/features/admin/user-table";
import { requireAdmin } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const admin = await requireAdmin("/admin");
  await api.admin.users.prefetch(usersInput(await loadListParams(searchParams)));
  return (
    <HydrateClient>
      <PageHeader title="People" description="Who may buy, who may sell, who may come in." />
      <UserTable ownId={admin.id} />
    </HydrateClient>
  );
}
