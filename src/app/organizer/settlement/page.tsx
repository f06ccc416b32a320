import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { Settlement } from "~/features/settlement/settlement";
import { requireOrganizer } from "~/server/http/page-guards";

export const metadata: Metadata = { title: "Settlement" };

export default async function SettlementPage() {
  const actor = await requireOrganizer("/organizer/settlement");
  return (
    <>
      <PageHeader title="Settlement" description="What is owed to whom for the events of a month, as it stands now." />
      <Settlement now={new Date()} ofAll={actor.role === "ADMIN"} />
    </>
  );
}
