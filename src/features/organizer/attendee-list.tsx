"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Download } from "lucide-react";
import Link from "next/link";
import { parseAsInteger, parseAsString, useQueryStates, debounce, createSerializer } from "nuqs";
import { TableSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Pagination } from "~/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { nameOfSeat } from "~/domain/seating/seat-name";
import { formatWhen } from "~/lib/dates";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { BookingMoneySheet } from "./booking-money";

const params = { attendee: parseAsString.withDefault(""), page: parseAsInteger.withDefault(1) };
const serialize = createSerializer(params);

/** Who comes to an event, a line a ticket: searched in the database, and as a file. */
export function AttendeeList({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const [{ attendee, page }, setParams] = useQueryStates(params, { history: "push" });
  const query = api.organizer.attendees.useQuery(
    { eventId, search: attendee.trim().slice(0, 100) || undefined, page: Math.max(1, page), limit: 25 },
    { placeholderData: keepPreviousData },
  );
  const { data } = query;
  return (
    <section id="attendees" aria-labelledby="attendees-title" className="mt-12 scroll-mt-24">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id="attendees-title" className="display text-xl">
          Attendees
        </h2>
        <Button asChild variant="secondary">
          <a href={`/api/organizer/events/${eventId}/attendees.csv`} download>
            <Download aria-hidden /> Download as CSV
          </a>
        </Button>
      </div>
      <Field label="Search attendees" className="mt-4 mb-4 max-w-sm">
        <Input
          type="search"
          placeholder="Name, mail, seat or booking number"
          defaultValue={attendee}
          onChange={(event) =>
            void setParams(
              { attendee: event.target.value, page: 1 },
              { history: "replace", limitUrlUpdates: debounce(350) },
            )
          }
        />
      </Field>
      {query.isError && !data && (
        <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />
      )}
      {!data && !query.isError && <TableSkeleton rows={5} />}
      {data?.items.length === 0 && (
        <p className="text-ink-soft py-6">
          {attendee ? "Nobody fits these words." : "Nobody has a ticket that stands."}{" "}
          <Link href={`/organizer/events/${eventId}/orders`} className="underline underline-offset-4">
            Cancelled and refunded bookings are among the orders.
          </Link>
        </p>
      )}
      {data && data.items.length > 0 && (
        <>
          <p className="text-ink-soft mb-2 text-sm" role="status">
            {countOf(data.total, "ticket")}
          </p>
          <Attendees items={data.items} timeZone={timeZone} />
          <div className="mt-6">
            <Pagination
              page={data.page}
              pageCount={data.pageCount}
              hrefFor={(to) =>
                `${serialize(`/organizer/events/${eventId}`, { attendee, page: to })}#attendees`
              }
            />
          </div>
        </>
      )}
    </section>
  );
}

type Ticket = {
  id: string;
  bookingId: string;
  bookingNumber: string;
  name: string;
  email: string;
  sectionName: string;
  rowLabel: string;
  seatLabel: string;
  pricePaise: number;
  confirmedAt: Date | null;
};

function Attendees({ items, timeZone }: { items: readonly Ticket[]; timeZone: string }) {
  return (
    <Table stack caption="Attendees">
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>Seat</TableHeader>
          <TableHeader>Booking</TableHeader>
          <TableHeader>Bought</TableHeader>
          <TableHeader numeric>Price before GST</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((ticket) => (
          <TableRow key={ticket.id}>
            <TableCell className="min-w-40">
              {ticket.name}
              <span className="text-ink-soft block">{ticket.email}</span>
            </TableCell>
            <TableCell label="Seat" className="whitespace-nowrap">
              {ticket.sectionName}, {nameOfSeat(ticket)}
            </TableCell>
            <TableCell label="Booking" className="whitespace-nowrap">
              <BookingMoneySheet bookingId={ticket.bookingId} bookingNumber={ticket.bookingNumber} />
            </TableCell>
            <TableCell label="Bought" className="whitespace-nowrap">
              {ticket.confirmedAt ? formatWhen(ticket.confirmedAt, { timeZone }) : "Not yet"}
            </TableCell>
            <TableCell label="Price before GST" numeric>
              {formatPaise(ticket.pricePaise)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
