import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { For } from "~/components/standing";
import { Button } from "~/components/ui/button";
import { Dashboard } from "~/features/organizer/dashboard";
import { dashboardInput, loadDashboardParams } from "~/features/organizer/dashboard-params";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await api.organizer.dashboard.prefetch(dashboardInput(await loadDashboardParams(searchParams)));
  return (
    <HydrateClient>
      <PageHeader
        title="Dashboard"
        actions={
          <For least="MANAGER">
            <Button asChild>
              <Link href="/organizer/events/create">Create an event</Link>
            </Button>
          </For>
        }
      />
      <Dashboard />
    </HydrateClient>
  );
}
