import Link from "next/link";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";

/** A booking that is not paid, or was cancelled. */
export function NoTickets({ bookingId }: { bookingId: string }) {
  return (
    <EmptyState
      className="mt-12 border-t-0!"
      title="This booking has no tickets"
      action={
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href={`/payment/${bookingId}`}>See the booking</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/my-bookings">My bookings</Link>
          </Button>
        </div>
      }
    >
      It is not paid yet, or it was cancelled.
    </EmptyState>
  );
}
