import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { FeaturedTable } from "~/features/admin/featured-table";
import { eventsInput, loadListParams } from "~/features/admin/list-params";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Events" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await api.event.list.prefetch(eventsInput(await loadListParams(searchParams)));
  return (
    <HydrateClient>
      <PageHeader title="Events" description="What is on sale, and what stands on the front page." />
      <FeaturedTable />
    </HydrateClient>
  );
}
