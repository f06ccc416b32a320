"use client";

import Link from "next/link";
import { EventStatusBadge } from "~/components/event-status";
import { Checkbox } from "~/components/ui/checkbox";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatWhen } from "~/lib/dates";
import type { RouterOutputs } from "~/trpc/react";

export type Showing = RouterOutputs["showing"]["list"][number];

/** The showings of a run by time, each a link to its report; ticks choose several where `onChoose` is given. */
export function ShowingTable({
  showings,
  chosen,
  onChoose,
}: {
  showings: readonly Showing[];
  chosen: ReadonlySet<string>;
  onChoose?: (ids: string[], on: boolean) => void;
}) {
  const all = showings.map(({ id }) => id);
  return (
    <Table stack caption="Showings">
      <TableHead>
        <TableRow>
          {onChoose && (
            <TableHeader className="w-12">
              <Checkbox label={<span className="sr-only">All showings</span>} checked={chosen.size === all.length || (chosen.size > 0 && "indeterminate")} onCheckedChange={(on) => onChoose(all, on === true)} />
            </TableHeader>
          )}
          <TableHeader>When</TableHeader>
          <TableHeader>Where</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader numeric>Sold</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {showings.map((showing) => {
          const when = formatWhen(showing.startsAt, { timeZone: showing.venue.timeZone });
          return (
            <TableRow key={showing.id}>
              {onChoose && (
                <TableCell>
                  <Checkbox label={<span className="sr-only">Choose {when}</span>} checked={chosen.has(showing.id)} onCheckedChange={(on) => onChoose([showing.id], on === true)} />
                </TableCell>
              )}
              <TableCell className="min-w-44 whitespace-nowrap">
                <Link href={`/organizer/events/${showing.id}`} className="touch-target figures font-medium underline-offset-4 hover:underline">
                  {when}
                </Link>
              </TableCell>
              <TableCell label="Where" className="text-ink-soft min-w-40">
                {showing.venue.name}
              </TableCell>
              <TableCell label="Status">
                <EventStatusBadge status={showing.status} />
              </TableCell>
              <TableCell label="Sold" numeric className="whitespace-nowrap">
                {showing.soldCount.toLocaleString("en-IN")} of {showing.seatCount.toLocaleString("en-IN")}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
