import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { MoneyList } from "~/features/admin/money-list";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Money list" };

export default async function Page() {
  await api.admin.moneyList.prefetch();
  return (
    <HydrateClient>
      <PageHeader title="Money list" description="What about money a person must look at." />
      <MoneyList />
    </HydrateClient>
  );
}
