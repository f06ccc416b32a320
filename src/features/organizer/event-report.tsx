"use client";

import Link from "next/link";
import { EventStatusBadge } from "~/components/event-status";
import { PageHeader } from "~/components/page-header";
import { useMay } from "~/components/standing";
import { TablePageSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { formatWhen } from "~/lib/dates";
import { api } from "~/trpc/react";
import { AttendeeList } from "./attendee-list";
import { CancelEvent } from "./cancel-event";
import { CancellationProgress } from "./cancellation-progress";
import { CheckoutFigures } from "./checkout-figures";
import { CompleteEvent } from "./complete-event";
import { CopyEvent } from "./copy-event";
import { GivenBack } from "./given-back";
import { PublishEvent } from "./publish-event";
import { SalesByDay } from "./sales-by-day";
import { SalesFigures } from "./sales-figures";
import { SectionReport } from "./section-report";

/** One event as its organizer runs it: what sold, to whom, and what may be done with it now. */
export function EventReport({ eventId }: { eventId: string }) {
  const manages = useMay("MANAGER");
  const query = api.organizer.eventReport.useQuery(
    { eventId },
    { staleTime: 5_000, refetchInterval: 30_000 },
  );
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TablePageSkeleton figures={4} />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} className="mt-12" />;
  }
  const { event } = data;
  const open = manages && (event.status === "DRAFT" || event.status === "PUBLISHED");
  return (
    <>
      <PageHeader
        title={event.title}
        breadcrumbs={[{ label: "Dashboard", href: "/organizer/dashboard" }, { label: event.title }]}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
            <EventStatusBadge status={event.status} />
            {formatWhen(event.startsAt, event.venue)}, {event.venue.name}
          </span>
        }
        actions={
          <>
            <Button asChild variant="secondary">
              <Link href={`/events/${eventId}`}>See its page</Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href={`/organizer/events/${eventId}/dates`}>Dates</Link>
            </Button>
            {event.status !== "DRAFT" && (
              <Button asChild variant="secondary">
                <Link href={`/organizer/events/${eventId}/orders`}>Orders</Link>
              </Button>
            )}
            {event.status !== "DRAFT" && (
              <Button asChild variant="secondary">
                <Link href={manages ? `/organizer/events/${eventId}/door` : "/organizer/doors"}>The door</Link>
              </Button>
            )}
            {manages && event.status !== "DRAFT" && (
              <Button asChild variant="secondary">
                <Link href={`/organizer/events/${eventId}/questions`}>Questions</Link>
              </Button>
            )}
            {manages && event.status !== "DRAFT" && (
              <Button asChild variant="secondary">
                <Link href={`/organizer/events/${eventId}/messages`}>Messages</Link>
              </Button>
            )}
            {open && (
              <Button asChild variant="secondary">
                <Link href={`/organizer/events/${eventId}/edit`}>Edit</Link>
              </Button>
            )}
            {manages && <CopyEvent event={event} />}
            {manages && event.status === "PUBLISHED" && event.startsAt <= new Date() && <CompleteEvent id={eventId} />}
            {open && <CancelEvent id={eventId} title={event.title} />}
          </>
        }
      />
      {event.status === "DRAFT" && manages && <PublishEvent id={eventId} />}
      {event.status === "CANCELLED" && <CancellationProgress eventId={eventId} />}
      <SalesFigures totals={data.totals} ended={data.ended} behind="#attendees" />
      <SalesByDay days={data.salesByDay} />
      <SectionReport sections={data.sections} />
      <CheckoutFigures checkouts={data.checkouts} />
      <GivenBack report={data} />
      <AttendeeList eventId={eventId} timeZone={event.venue.timeZone} />
    </>
  );
}
