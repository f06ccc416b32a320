"use client";

import { ChevronRight, Ticket } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { formatWhen } from "~/lib/dates";
import { keepTickets, keptAt } from "~/lib/kept-tickets";
import { countOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";

type Bookings = RouterOutputs["booking"]["list"]["items"];

const INDEX = "/tickets";

/** The evenings to come. Their pages are kept on this device; those of other bookings are forgotten. */
export function TicketIndex({ bookings }: { bookings: Bookings }) {
  useEffect(() => {
    if (keptAt() === null) void keepTickets([INDEX, ...bookings.map(({ id }) => `${INDEX}/${id}`)], { only: true });
  }, [bookings]);
  if (bookings.length === 0) {
    return (
      <EmptyState
        icon={Ticket}
        title="Nothing planned yet"
        className="border-t-0! pt-2"
        action={
          <Button asChild>
            <Link href="/events">See what&apos;s on</Link>
          </Button>
        }
      >
        Tickets for what you book are listed here.
      </EmptyState>
    );
  }
  return (
    <ul className="border-line max-w-2xl border-t">
      {bookings.map(({ id, event, seatCount }) => (
        <li key={id} className="border-line border-b">
          {/* A link of the browser's own: without network only whole pages are there. */}
          <a href={`${INDEX}/${id}`} className="group hover:bg-surface flex items-center gap-4 py-4">
            <span className="min-w-0 flex-1">
              <span className="display block text-xl wrap-anywhere underline-offset-4 group-hover:underline">{event.title}</span>
              <span className="text-ink-soft mt-1 block">
                {formatWhen(event.startsAt, event.venue)}
                <span className="max-sm:hidden"> · </span>
                <span className="max-sm:block">{event.venue.name}</span>
              </span>
              <span className="figures mt-1 block">{countOf(seatCount, "ticket")}</span>
            </span>
            <ChevronRight aria-hidden className="text-ink-soft size-5 shrink-0" />
          </a>
        </li>
      ))}
    </ul>
  );
}
