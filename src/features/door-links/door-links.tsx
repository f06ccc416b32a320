"use client";

import { FileDown, ScanLine } from "lucide-react";
import { PageHeader } from "~/components/page-header";
import { TablePageSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { formatWhen } from "~/lib/dates";
import { api } from "~/trpc/react";
import { DoorRules } from "./door-rules";
import { LinkList } from "./link-list";
import { MakeLink } from "./make-link";

export type DoorEvent = { id: string; title: string; startsAt: Date; timeZone: string };

/** Who checks tickets at an event's door, how codes behave there, and the list on paper for when all else fails. */
export function DoorLinks({ event }: { event: DoorEvent }) {
  const query = api.checkIn.links.useQuery({ eventId: event.id }, { refetchInterval: 15_000 });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TablePageSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} className="mt-12" />;
  }
  const list = `/api/organizer/events/${event.id}/door-list`;
  return (
    <>
      <PageHeader
        title="The door"
        breadcrumbs={[{ label: "Dashboard", href: "/organizer/dashboard" }, { label: event.title, href: `/organizer/events/${event.id}` }, { label: "The door" }]}
        description={formatWhen(event.startsAt, event)}
        actions={
          <Button asChild>
            {/* A document of its own: its policy lets the reader of codes run. */}
            <a href={`/door/${event.id}`}>
              <ScanLine aria-hidden /> Scan on this device
            </a>
          </Button>
        }
      />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="links">
          <h2 id="links" className="display text-2xl">
            Links for phones
          </h2>
          <p className="text-ink-soft mt-1 max-w-prose">
            A link turns a phone into a gate of this event, without an account, until it ends. Open it once on each phone while there is network; from then on it works without.
          </p>
          <MakeLink event={event} />
          <LinkList links={data.links} event={event} />
        </section>
        <div className="flex flex-col gap-12">
          <DoorRules eventId={event.id} rules={data.rules} />
          <section aria-labelledby="list">
            <h2 id="list" className="display text-2xl">
              The list on paper
            </h2>
            <p className="text-ink-soft mt-1">Everybody with a ticket, by section and name. Print it before the doors open.</p>
            <div className="mt-4 flex flex-wrap gap-2">
              <Button asChild variant="secondary">
                <a href={`${list}.pdf`} download>
                  <FileDown aria-hidden /> PDF
                </a>
              </Button>
              <Button asChild variant="secondary">
                <a href={`${list}.csv`} download>
                  <FileDown aria-hidden /> CSV
                </a>
              </Button>
            </div>
          </section>
        </div>
      </div>
    </>
  );
}
