"use client";

import { Webhook as WebhookIcon } from "lucide-react";
import { TableSkeleton } from "~/components/table-skeleton";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { api } from "~/trpc/react";
import { NewWebhook } from "./new-webhook";
import { WebhookCard } from "./webhook-card";

/** Where one wants to hear of what happens. */
export function WebhookList() {
  const query = api.webhook.list.useQuery();
  const { data } = query;
  return (
    <section aria-labelledby="webhooks" className="mt-14">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="webhooks" className="display text-2xl">
          Webhooks
        </h2>
        {data && data.length > 0 && <NewWebhook />}
      </div>
      {!data && !query.isError && <TableSkeleton />}
      {query.isError && !data && <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />}
      {data?.length === 0 && (
        <EmptyState icon={WebhookIcon} title="No webhooks yet" action={<NewWebhook />}>
          We call an address of yours when something happens: a booking is paid, an event is changed.
        </EmptyState>
      )}
      <div className="grid gap-4">{data?.map((webhook) => <WebhookCard key={webhook.id} webhook={webhook} />)}</div>
    </section>
  );
}
