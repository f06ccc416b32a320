import Link from "next/link";
import { EventStatusBadge } from "~/components/event-status";
import { Progress } from "~/components/ui/progress";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { formatWhen } from "~/lib/dates";
import { formatBps } from "~/lib/percent";
import type { RouterOutputs } from "~/trpc/react";

type Listed = RouterOutputs["organizer"]["dashboard"]["events"]["items"][number];

/** One's own events, each a link to its report. */
export function EventTable({ events }: { events: readonly Listed[] }) {
  return (
    <Table stack caption="Events">
      <TableHead>
        <TableRow>
          <TableHeader>Event</TableHeader>
          <TableHeader>When and where</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader numeric>Sold</TableHeader>
          <TableHeader className="w-40">Occupancy</TableHeader>
          <TableHeader numeric>Sales, with GST</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id}>
            <TableCell className="min-w-52">
              <Link
                href={`/organizer/events/${event.id}`}
                className="touch-target font-medium underline-offset-4 hover:underline"
              >
                {event.title}
              </Link>
            </TableCell>
            <TableCell label="When and where" className="text-ink-soft min-w-52">
              {formatWhen(event.startsAt, event.venue)}
              <br />
              {event.venue.name}
            </TableCell>
            <TableCell label="Status">
              <EventStatusBadge status={event.status} />
            </TableCell>
            <TableCell label="Sold" numeric className="whitespace-nowrap">
              {event.soldCount.toLocaleString("en-IN")} of {event.seatCount.toLocaleString("en-IN")}
            </TableCell>
            <TableCell label="Occupancy" className="min-w-32">
              <span className="figures mb-1 block">{formatBps(event.occupancyBps)}</span>
              <Progress value={event.occupancyBps / 10_000} label={`Occupancy of ${event.title}`} />
            </TableCell>
            <TableCell label="Sales, with GST" numeric>
              {formatPaise(event.salesPaise)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
