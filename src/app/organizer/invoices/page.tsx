import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { For } from "~/components/standing";
import { DocumentList } from "~/features/organizer/invoices/document-list";
import { SellerDetails } from "~/features/organizer/seller-details";
import { requireOrganizer } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Invoices" };

export default async function InvoicesPage() {
  await requireOrganizer("/organizer/invoices");
  await api.invoice.seller.prefetch();
  return (
    <HydrateClient>
      <PageHeader title="Invoices" description="Every paid booking has a GST invoice, every refund a credit note. This is who they say sells." />
      <For least="OWNER">
        <SellerDetails />
      </For>
      <DocumentList now={new Date()} />
    </HydrateClient>
  );
}
