import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { InvoiceLinks } from "~/components/invoice-links";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Stepper } from "~/components/ui/stepper";
import { formatPaise } from "~/domain/money";
import { formatWhen } from "~/lib/dates";
import { ofSecondPayments, refundWords } from "~/lib/refund-words";
import { countOf } from "~/lib/words";
import type { Booking } from "./payment-phase";
import { Ticket } from "./ticket";

/** Paid: the tickets, and where to find them again. */
export function Confirmation({ booking }: { booking: Booking }) {
  const { event, items, refunds } = booking;
  const twice = refundWords(ofSecondPayments(refunds));
  return (
    <div className="mx-auto max-w-3xl py-6 sm:py-12">
      <Stepper current={3} />
      <h1 tabIndex={-1} className="display outline-none mt-8 text-4xl sm:text-5xl">See you there.</h1>
      <p className="text-ink-soft mt-4 text-lg">
        {countOf(items.length, "seat")} for {event.title}, {formatWhen(event.startsAt, event.venue)}. Booking{" "}
        <span className="figures text-ink font-medium whitespace-nowrap">{booking.bookingNumber}</span>, paid{" "}
        {formatPaise(booking.totalPaise)}.
      </p>
      {twice && <Alert className="mt-6">{twice} Your tickets are good.</Alert>}
      <div className="mt-6 grid gap-2 sm:flex sm:flex-wrap">
        <Button asChild size="lg">
          {/* A document of its own: the payment's may not keep the tickets for where there is no network. */}
          <a href={`/tickets/${booking.id}`}>Tickets for the door</a>
        </Button>
        <Button asChild size="lg" variant="secondary">
          <Link href="/my-bookings">My bookings</Link>
        </Button>
        <Button asChild size="lg" variant="secondary">
          <a href={`/api/bookings/${booking.id}/calendar.ics`}>
            <CalendarPlus aria-hidden /> Add to calendar
          </a>
        </Button>
        <Button asChild size="lg" variant="ghost">
          <Link href="/events">Find another event</Link>
        </Button>
      </div>
      <ul className="mt-8 grid gap-4" aria-label="Your tickets">
        {items.map((seat) => (
          <li key={seat.id} className="animate-pop-in">
            <Ticket booking={booking} seat={seat} />
          </li>
        ))}
      </ul>
      {booking.totalPaise > 0 && <InvoiceLinks bookingId={booking.id} heading="h2" className="border-line mt-10 max-w-md border-t pt-6" />}
    </div>
  );
}
