import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { Outbox } from "~/features/outbox/outbox";
import { loadOutboxQuery, outboxInput } from "~/features/outbox/outbox-params";
import { requireAdmin } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Outbox" };

/** Every mail that the shop writes. */
export default async function OutboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin("/admin/outbox");
  await api.admin.outbox.prefetch(outboxInput(await loadOutboxQuery(searchParams)));
  return (
    <HydrateClient>
      <PageHeader title="Outbox" description="Every mail to a buyer, and what became of it." />
      <Outbox />
    </HydrateClient>
  );
}
