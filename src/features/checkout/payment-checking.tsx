import Link from "next/link";
import { Button } from "~/components/ui/button";
import { Spinner } from "~/components/ui/spinner";
import { Stepper } from "~/components/ui/stepper";
import { formatPaise } from "~/domain/money";
import type { Booking } from "./payment-phase";

/** The bank has not said its word yet. The page asks until it has; leaving does no harm. */
export function PaymentChecking({ booking, onPayAgain }: { booking: Booking; onPayAgain: () => void }) {
  const authorised = booking.payments.some(({ status }) => status === "PROCESSING" || status === "COMPLETED");
  const { serverNow, expiresAt } = booking;
  return (
    <div className="py-6 sm:py-10">
      <Stepper current={1} />
      <div role="status" className="mt-10 max-w-prose">
        <Spinner className="text-ink-soft size-8!" />
        <h1 tabIndex={-1} className="display outline-none mt-6 text-3xl sm:text-4xl">Your bank is taking its time</h1>
        <p className="text-ink-soft mt-4 text-lg">
          We wait for its word on {formatPaise(booking.totalPaise)} and keep your seats meanwhile. You may stay, or
          close this page: your tickets come to My bookings as soon as the money does. Please don&apos;t pay twice.
        </p>
      </div>
      <div className="mt-8 flex flex-wrap gap-2">
        <Button asChild variant="secondary">
          <Link href="/my-bookings">My bookings</Link>
        </Button>
        {!authorised && expiresAt > serverNow && (
          <Button variant="ghost" onClick={onPayAgain}>
            My bank declined: pay another way
          </Button>
        )}
      </div>
    </div>
  );
}
