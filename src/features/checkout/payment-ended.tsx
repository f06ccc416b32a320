import Link from "next/link";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { formatPaise, sumPaise } from "~/domain/money";
import { countOf, listOf } from "~/lib/words";
import { bookedSeats, type Booking } from "./payment-phase";

const titles = {
  expired: "Your time ran out",
  cancelled: "This booking was cancelled",
  refunded: "This booking was refunded",
};

/** A booking that can't be paid any more: what happened to seats and money, and what to do next. */
export function PaymentEnded({
  booking,
  phase,
  reason,
}: {
  booking: Booking;
  phase: keyof typeof titles;
  /** What the last attempt to pay was answered. */
  reason: string | null;
}) {
  const { event, refunds } = booking;
  const refundPaise = sumPaise(refunds.filter(({ status }) => status !== "FAILED").map((refund) => refund.amountPaise));
  const seats = listOf(bookedSeats(booking));
  return (
    <div className="max-w-prose py-12 sm:py-20">
      <p className="text-ink-soft figures text-sm font-medium">{booking.bookingNumber}</p>
      <h1 tabIndex={-1} className="display outline-none mt-2 text-3xl sm:text-4xl">{titles[phase]}</h1>
      <p className="text-ink-soft mt-4 text-lg">
        {phase === "expired"
          ? `${seats} for ${event.title} went back on sale, so that others may have a turn.`
          : `${countOf(booking.items.length, "seat")} for ${event.title}: ${seats}.`}{" "}
        {refundPaise > 0
          ? `${formatPaise(refundPaise)} goes back to the way you paid, usually within 5 to 7 working days.`
          : "Nothing was charged."}
      </p>
      {reason && (
        <Alert tone="warning" className="mt-6">
          {reason}
        </Alert>
      )}
      <div className="mt-8 flex flex-wrap gap-2">
        {event.status === "PUBLISHED" && (
          <Button asChild size="lg">
            <Link href={`/booking/${event.id}`}>Choose seats again</Link>
          </Button>
        )}
        <Button asChild size="lg" variant="secondary">
          <Link href="/my-bookings">My bookings</Link>
        </Button>
      </div>
    </div>
  );
}
