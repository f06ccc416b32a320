"use client";

import Link from "next/link";
import { Poster } from "~/components/poster";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Countdown } from "~/components/ui/countdown";
import { formatPaise } from "~/domain/money";
import { formatWhen } from "~/lib/dates";
import { refundWords } from "~/lib/refund-words";
import { countOf } from "~/lib/words";
import { BookingDetails } from "./booking-details";
import { seatsInWords, statusBadges, type Booking } from "./booking-facts";
import { CancelBooking } from "./cancel-booking";

/** One booking: what, when, where, which seats, what it cost, and what may be done about it. */
export function BookingCard({
  booking,
  clockOffsetMs,
  onExpire,
}: {
  booking: Booking;
  clockOffsetMs: number;
  onExpire: () => void;
}) {
  const { event, status, review } = booking;
  const { word, tone } = statusBadges[status];
  const refunded = refundWords(booking.refunds);
  return (
    <article aria-labelledby={booking.id} className="flex gap-4 py-6 sm:gap-6">
      <Link href={`/events/${event.id}`} tabIndex={-1} aria-hidden className="w-16 shrink-0 sm:w-28">
        <Poster event={event} className="rounded-control!" />
      </Link>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={tone}>{word}</Badge>
          {event.status === "CANCELLED" && <Badge tone="danger">Event cancelled</Badge>}
          <span className="text-ink-soft figures text-sm">{booking.bookingNumber}</span>
        </div>
        <h3 id={booking.id} className="display mt-2 text-xl wrap-anywhere">
          <Link href={`/events/${event.id}`} className="underline-offset-4 hover:underline">
            {event.title}
          </Link>
        </h3>
        <p className="text-ink-soft mt-1">
          {formatWhen(event.startsAt, event.venue)}
          <span className="max-sm:hidden"> · </span>
          <span className="max-sm:block">{event.venue.name}</span>
        </p>
        <p className="mt-1">
          <span className="figures">{seatsInWords(booking.items)}</span>
          <span className="text-ink-soft">
            <span className="max-sm:hidden"> · </span>
            <span className="figures whitespace-nowrap max-sm:block">
              {countOf(booking.seatCount, "seat")}, {formatPaise(booking.totalPaise)}
            </span>
          </span>
        </p>
        {refunded && <p className="text-ink-soft mt-1 text-sm">{refunded}</p>}
        <div className="mt-4 flex flex-wrap items-center gap-2">
          {status === "PENDING" && (
            <Button asChild size="sm">
              <Link href={`/payment/${booking.id}`}>
                Pay within{" "}
                <Countdown
                  until={booking.expiresAt}
                  label="Time left to pay"
                  clockOffsetMs={clockOffsetMs}
                  onExpire={onExpire}
                  className="[&_[role=timer]]:text-accent-ink"
                />
              </Link>
            </Button>
          )}
          {status === "CONFIRMED" && (
            <Button asChild size="sm" variant="secondary">
              <a href={`/tickets/${booking.id}`}>Show tickets</a>
            </Button>
          )}
          {status === "CONFIRMED" && event.startsAt < booking.serverNow && event.status !== "CANCELLED" && !review?.removedAt && (
            <Button asChild size="sm" variant="secondary">
              <Link href={`/events/${event.id}#reviews`}>{review ? "Change your review" : "Write a review"}</Link>
            </Button>
          )}
          <BookingDetails booking={booking} />
          <CancelBooking booking={booking} />
        </div>
      </div>
    </article>
  );
}
