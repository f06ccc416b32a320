"use client";

import { TableSkeleton } from "~/components/table-skeleton";
import { Alert } from "~/components/ui/alert";
import { ErrorState } from "~/components/ui/error-state";
import { formatWhen } from "~/lib/dates";
import { countOf, listOf } from "~/lib/words";
import { api, type RouterOutputs } from "~/trpc/react";
import { WriteMessage } from "./write-message";

type Sent = RouterOutputs["message"]["list"];

/** Writing to who has tickets, and what was written before. */
export function Messages({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const query = api.message.list.useQuery({ eventId });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  return (
    <>
      {data.open ? (
        <WriteMessage eventId={eventId} sections={data.sections} />
      ) : (
        <Alert title="Nobody to write to">Once this event is published, who has tickets can be written to here.</Alert>
      )}
      {data.items.length > 0 && <SentList sent={data} timeZone={timeZone} />}
    </>
  );
}

function SentList({ sent, timeZone }: { sent: Sent; timeZone: string }) {
  const nameOf = (id: string) => sent.sections.find(({ sectionId }) => sectionId === id)?.name ?? "a section";
  return (
    <section aria-labelledby="sent" className="mt-12 max-w-3xl">
      <h2 id="sent" className="display text-2xl">
        Sent
      </h2>
      <ul className="divide-line border-line mt-4 divide-y border-t">
        {sent.items.map(({ id, subject, body, sectionIds, recipientCount, createdAt }) => (
          <li key={id} className="py-4">
            <p className="font-medium wrap-anywhere">{subject}</p>
            <p className="text-ink-soft text-sm">
              {formatWhen(createdAt, { timeZone })}, to {countOf(recipientCount, "person", "people")}
              {sectionIds.length > 0 && ` in ${listOf(sectionIds.map(nameOf))}`}
            </p>
            <p className="mt-2 wrap-anywhere whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
