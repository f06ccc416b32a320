"use client";

import { ArrowLeft, CalendarPlus, Download, Wallet } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { formatDay, formatTime, formatWhen } from "~/lib/dates";
import { keepTickets, keptAt } from "~/lib/kept-tickets";
import { clockOffsetMs } from "~/lib/server-clock";
import { countOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";
import { DoorTicket } from "./door-ticket";
import { useScreenAwake } from "~/lib/use-screen-awake";

type Tickets = RouterOutputs["ticket"]["list"];

const INDEX = "/tickets";

/**
 * A booking's tickets for the door: one a screen, to swipe or to scroll through. The codes stand black on white in
 * either theme, since scanners and dark rooms want it so.
 */
export function DoorTickets({ booking }: { booking: Tickets }) {
  const { event, tickets } = booking;
  const strip = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const kept = useSyncExternalStore(never, keptAt, () => null);
  // Of a page that was kept, the server's time is that of when it came.
  const [clockOffset] = useState(() => clockOffsetMs(booking.serverNow, (typeof document !== "undefined" && keptAt()) || Date.now()));
  useScreenAwake();
  useEffect(() => {
    if (keptAt() === null) void keepTickets([window.location.pathname]);
  }, []);
  const show = (index: number) => strip.current?.children[index]?.scrollIntoView({ inline: "center", block: "nearest" });
  return (
    <div className="mx-auto flex max-w-5xl flex-col pt-4 pb-16">
      <Button asChild variant="ghost" size="sm" className="-ml-3 self-start max-sm:-mt-2">
        {/* A link of the browser's own: without network only whole pages are there. */}
        <a href={INDEX}>
          <ArrowLeft aria-hidden /> Your tickets
        </a>
      </Button>
      {/* On a phone at the door the code comes first. */}
      <h1 className="display mt-2 text-2xl wrap-anywhere max-sm:order-2 sm:text-4xl">{event.title}</h1>
      <p className="figures mt-1 font-medium max-sm:order-2">
        {formatDay(event.startsAt, event.venue)}, {formatTime(event.startsAt, event.venue)}
        <span className="text-ink-soft font-normal"> · {event.venue.name}</span>
      </p>
      <ul
        ref={strip}
        aria-label={countOf(tickets.length, "ticket")}
        tabIndex={0}
        onScroll={({ currentTarget: list }) => setAt(middleOf(list))}
        className="no-scrollbar -mx-4 mt-1 flex snap-x snap-mandatory gap-4 overflow-x-auto scroll-smooth px-4 py-1 motion-reduce:scroll-auto max-sm:order-1 sm:mx-0 sm:mt-4 sm:px-0 md:grid md:grid-cols-2 md:overflow-visible lg:grid-cols-3"
      >
        {tickets.map((ticket, index) => (
          <li key={ticket.id} className="w-[min(100%,24rem)] shrink-0 snap-center md:w-auto">
            <DoorTicket ticket={ticket} event={event} holder={booking.buyerName} count={`${index + 1} of ${tickets.length}`} clockOffsetMs={clockOffset} />
          </li>
        ))}
      </ul>
      {kept !== null && (
        <Alert className="mt-4 max-sm:order-1">Kept on this device {formatWhen(new Date(kept), event.venue)}. The codes are good without network.</Alert>
      )}
      {tickets.length > 1 && (
        <nav aria-label="Tickets" className="mt-1 flex justify-center gap-1 max-sm:order-1 md:hidden">
          {tickets.map((ticket, index) => (
            <button
              key={ticket.id}
              type="button"
              aria-label={`Ticket ${index + 1}, row ${ticket.rowLabel} seat ${ticket.seatLabel}`}
              aria-current={index === at}
              onClick={() => show(index)}
              className="group grid size-11 place-items-center"
            >
              <span className="bg-line-strong group-aria-[current=true]:bg-ink block size-2.5 rounded-full" />
            </button>
          ))}
        </nav>
      )}
      <div className="mt-6 flex flex-wrap gap-2 max-sm:order-3">
        <Button asChild>
          <a href={`/api/tickets/${booking.id}/pdf`} download>
            <Download aria-hidden /> Download PDF
          </a>
        </Button>
        <Button asChild variant="secondary">
          <a href={`/api/bookings/${booking.id}/calendar.ics`} download>
            <CalendarPlus aria-hidden /> Add to calendar
          </a>
        </Button>
        {booking.wallets.map((wallet) => (
          <Button key={wallet} asChild variant="secondary">
            <a href={`/api/tickets/${booking.id}/wallet/${wallet}`}>
              <Wallet aria-hidden /> {wallet === "apple" ? "Apple Wallet" : "Google Wallet"}
            </a>
          </Button>
        ))}
      </div>
      <p className="text-ink-soft mt-6 max-w-prose text-sm wrap-anywhere max-sm:order-3">
        Booking <span className="figures">{booking.bookingNumber}</span>, {booking.buyerName}.{" "}
        {booking.mailed && (booking.mailed.left ? `We mailed the tickets to ${booking.mailed.to}. ` : `The tickets are on their way to ${booking.mailed.to}. `)}
        Each ticket lets one person in, once. Send a
        ticket only to the person who uses it: whoever shows it first is let in.
      </p>
    </div>
  );
}

/** A page is kept or fresh for as long as it stands. */
function never(): () => void {
  return () => undefined;
}

/** Which of a strip's children stands nearest to its middle. */
function middleOf(list: HTMLElement): number {
  const middle = list.scrollLeft + list.clientWidth / 2;
  const distances = Array.from(list.children, (child) => {
    const { offsetLeft, offsetWidth } = child as HTMLElement;
    return Math.abs(offsetLeft - list.offsetLeft + offsetWidth / 2 - middle);
  });
  return distances.indexOf(Math.min(...distances));
}
