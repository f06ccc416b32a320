"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Spinner } from "~/components/ui/spinner";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";

type Delivery = RouterOutputs["webhook"]["deliveries"]["items"][number];

const states = {
  PENDING: { word: "Waiting", tone: "warning" },
  DELIVERED: { word: "Arrived", tone: "success" },
  FAILED: { word: "Failed", tone: "danger" },
} as const;

/** What was sent to one address, the latest first; each can be sent again. */
export function DeliveryLog({ id }: { id: string }) {
  const [page, setPage] = useState(1);
  const query = api.webhook.deliveries.useQuery({ id, page, limit: 10 }, { placeholderData: keepPreviousData });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <Spinner />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  if (data.total === 0) return <p className="text-ink-soft text-sm">Nothing has been sent yet.</p>;
  return (
    <div>
      <p className="mb-1 text-sm font-medium">Messages</p>
      <ul className="divide-line divide-y">
        {data.items.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      {data.pageCount > 1 && (
        <div className="mt-2 flex items-center gap-2">
          <Button variant="ghost" size="sm" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Later
          </Button>
          <Button variant="ghost" size="sm" disabled={page === data.pageCount} onClick={() => setPage(page + 1)}>
            Earlier
          </Button>
        </div>
      )}
    </div>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { id, type, status, attempts, lastError, createdAt } = delivery;
  const utils = api.useUtils();
  const replay = api.webhook.replay.useMutation({
    onSuccess: async () => {
      await utils.webhook.invalidate();
      toast.success("It is sent again within a minute.");
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  const { word, tone } = states[status];
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{word}</Badge>
        <span className="font-medium">{type}</span>
        <span className="text-ink-soft text-sm">{formatWhen(createdAt, { timeZone: homeZone })}</span>
        <span className="text-ink-soft text-sm">{attempts === 1 ? "1 attempt" : `${attempts} attempts`}</span>
        {status !== "PENDING" && (
          <Button variant="ghost" size="sm" className="ml-auto" loading={replay.isPending} aria-label={`Send ${type} again`} onClick={() => replay.mutate({ deliveryId: id })}>
            Send again
          </Button>
        )}
      </div>
      {lastError && <p className="text-danger text-sm break-words">{lastError}</p>}
      <details className="text-sm">
        <summary className="text-ink-soft cursor-pointer py-1">Body</summary>
        <pre className="bg-surface rounded-control max-h-64 overflow-auto p-3 text-xs">{JSON.stringify(delivery.payload, null, 2)}</pre>
      </details>
    </li>
  );
}
