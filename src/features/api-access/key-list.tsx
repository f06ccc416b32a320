"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { TableSkeleton } from "~/components/table-skeleton";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatDay } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { NewKey } from "./new-key";

type Key = RouterOutputs["apiKey"]["list"][number];

/** One's API keys: what each may do, when it was used, and its end. */
export function KeyList() {
  const query = api.apiKey.list.useQuery();
  const { data } = query;
  return (
    <section aria-labelledby="keys">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="keys" className="display text-2xl">
          API keys
        </h2>
        {data && data.length > 0 && <NewKey />}
      </div>
      {!data && !query.isError && <TableSkeleton />}
      {query.isError && !data && <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />}
      {data?.length === 0 && (
        <EmptyState icon={KeyRound} title="No keys yet" action={<NewKey />}>
          A key lets a program of yours use Aisle: a box office, a partner, a report of your own.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <Table stack caption="API keys">
          <TableHead>
            <TableRow>
              <TableHeader>Name</TableHeader>
              <TableHeader>May</TableHeader>
              <TableHeader>For</TableHeader>
              <TableHeader>Last used</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader>
                <span className="sr-only">Revoke</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function stateOf(key: Key, now: Date): { word: string; tone: "success" | "neutral"; live: boolean } {
  if (key.revokedAt) return { word: "Revoked", tone: "neutral", live: false };
  if (key.expiresAt && key.expiresAt <= now) return { word: "Run out", tone: "neutral", live: false };
  const until = key.expiresAt ? `Until ${formatDay(key.expiresAt, { timeZone: homeZone }, now)}` : "Holds";
  return { word: until, tone: "success", live: true };
}

function KeyRow({ apiKey }: { apiKey: Key }) {
  const [now] = useState(() => new Date());
  const [asking, setAsking] = useState(false);
  const utils = api.useUtils();
  const revoke = api.apiKey.revoke.useMutation({
    onSuccess: () => utils.apiKey.invalidate(),
    onError: (error) => toast.error(refusalOf(error).message),
    onSettled: () => setAsking(false),
  });
  const { word, tone, live } = stateOf(apiKey, now);
  return (
    <TableRow>
      <TableCell className="min-w-40">
        <span className="font-semibold">{apiKey.name}</span>
        <code className="text-ink-soft block text-sm">{apiKey.hint}</code>
      </TableCell>
      <TableCell label="May">{apiKey.scopes.join(", ")}</TableCell>
      <TableCell label="For">{apiKey.event?.title ?? "All events"}</TableCell>
      <TableCell label="Last used" className="whitespace-nowrap">
        {apiKey.lastUsedAt ? formatDay(apiKey.lastUsedAt, { timeZone: homeZone }, now) : "Never"}
      </TableCell>
      <TableCell label="State" className="whitespace-nowrap">
        <Badge tone={tone}>{word}</Badge>
      </TableCell>
      <TableCell className="text-right">
        {live && (
          <ConfirmDialog
            open={asking}
            onOpenChange={setAsking}
            trigger={
              <Button variant="ghost" size="sm" aria-label={`Revoke ${apiKey.name}`}>
                Revoke
              </Button>
            }
            title={`Revoke ${apiKey.name}?`}
            description="Whatever uses it is shut out at once. This cannot be undone."
            confirmLabel="Revoke the key"
            cancelLabel="Keep it"
            pending={revoke.isPending}
            onConfirm={() => revoke.mutate({ id: apiKey.id })}
          />
        )}
      </TableCell>
    </TableRow>
  );
}
