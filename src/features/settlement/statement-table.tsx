import Link from "next/link";
import { EventStatusBadge } from "~/components/event-status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { formatDay } from "~/lib/dates";
import { countOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";

type Line = RouterOutputs["settlement"]["month"]["lines"][number];

/** Sales, refunds, tax and what is owed, event by event. */
export function StatementTable({ lines, ofAll }: { lines: readonly Line[]; ofAll: boolean }) {
  return (
    <Table stack caption="Statement">
      <TableHead>
        <TableRow>
          <TableHeader>Event</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader numeric>Sales</TableHeader>
          <TableHeader numeric>Given back</TableHeader>
          <TableHeader numeric>GST in it</TableHeader>
          <TableHeader numeric>Owed</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <TableCell className="min-w-52">
              <Link href={`/organizer/events/${line.id}`} className="touch-target font-medium underline-offset-4 hover:underline">
                {line.title}
              </Link>
              <span className="text-ink-soft block">
                {formatDay(line.startsAt, line)}, {countOf(line.tickets, "ticket")}
                {ofAll && `, ${line.organizer}`}
              </span>
            </TableCell>
            <TableCell label="Status">
              <EventStatusBadge status={line.status} />
            </TableCell>
            <TableCell label="Sales" numeric>
              {formatPaise(line.soldPaise)}
            </TableCell>
            <TableCell label="Given back" numeric>
              {line.backPaise > 0 ? `−${formatPaise(line.backPaise)}` : formatPaise(0)}
            </TableCell>
            <TableCell label="GST in it" numeric>
              {formatPaise(line.soldTaxPaise - line.backTaxPaise)}
              {line.aislesTaxPaise > 0 && <span className="text-ink-soft block">paid by Aisle</span>}
            </TableCell>
            <TableCell label="Owed" numeric className="font-semibold">
              {formatPaise(line.toOrganizerPaise)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
