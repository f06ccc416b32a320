"use client";

import { Paperclip, RotateCw } from "lucide-react";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { StatusBadge } from "./status";

const here = { timeZone: homeZone };

/** One mail as it looks to who gets it, and what became of it. */
export function OutboxMail({ id }: { id: string }) {
  const utils = api.useUtils();
  const { data, isError, isFetching, refetch } = api.admin.outboxMessage.useQuery({ id });
  const retry = api.admin.retryOutboxMessage.useMutation({
    onSuccess: () =>
      Promise.all([utils.admin.outboxMessage.invalidate({ id }), utils.admin.outbox.invalidate()]),
    onError: (error) => toast.error(refusalOf(error).message),
  });
  if (!data) {
    if (!isError) return <Skeleton className="h-96" />;
    return <ErrorState title="The mail did not load" onRetry={() => void refetch()} retrying={isFetching} />;
  }
  return (
    <div className="grid gap-8 lg:grid-cols-[18rem_1fr]">
      <div>
        <dl className="grid gap-4">
          <Fact label="Status">
            <StatusBadge status={data.status} />
          </Fact>
          <Fact label="To">{data.recipient}</Fact>
          <Fact label="Kind">{data.template}</Fact>
          <Fact label="Written">{formatWhen(data.createdAt, here)}</Fact>
          {data.sentAt && <Fact label="Sent">{formatWhen(data.sentAt, here)}</Fact>}
          <Fact label="Attempts">{data.attempts === 0 ? "None yet" : countOf(data.attempts, "attempt")}</Fact>
          {data.status === "PENDING" && data.attempts > 0 && (
            <Fact label="Next attempt">{formatWhen(data.nextAttemptAt, here)}</Fact>
          )}
          {data.lastError && (
            <Fact label={data.status === "DROPPED" ? "Why it did not leave" : "The mail server said"}>
              {data.lastError}
            </Fact>
          )}
        </dl>
        {data.attachments.length > 0 && (
          <>
            <h2 className="text-ink-soft mt-4 text-sm">Attached</h2>
            <ul className="mt-1 grid gap-1">
              {data.attachments.map(({ fileName, bytes }) => (
                <li key={fileName} className="flex gap-2 text-sm break-all">
                  <Paperclip aria-hidden className="mt-0.5 size-4 shrink-0" />
                  {fileName}, {Math.ceil(bytes / 1024)} kB
                </li>
              ))}
            </ul>
          </>
        )}
        {data.status === "FAILED" && (
          <Button className="mt-6" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
            <RotateCw aria-hidden /> Send it again
          </Button>
        )}
      </div>
      <Tabs defaultValue="html">
        <TabsList aria-label="The mail's two faces">
          <TabsTrigger value="html">As it looks</TabsTrigger>
          <TabsTrigger value="text">As plain text</TabsTrigger>
        </TabsList>
        <TabsContent value="html">
          {/* Sandboxed: a mail runs nothing and opens nothing here. */}
          <iframe
            title={`Mail: ${data.subject}`}
            srcDoc={data.html}
            sandbox=""
            className="border-line rounded-card mt-4 h-[52rem] w-full border bg-[#fff]"
          />
        </TabsContent>
        <TabsContent value="text">
          <pre
            tabIndex={0}
            className="border-line rounded-card bg-raised mt-4 overflow-x-auto border p-4 text-sm whitespace-pre-wrap"
          >
            {data.text}
          </pre>
        </TabsContent>
      </Tabs>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
