import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Stepper } from "~/components/ui/stepper";
import { formatWhen } from "~/lib/dates";

/** What one is choosing seats for, and how far one has come. */
export function BookingHeader({
  event,
}: {
  event: { id: string; title: string; startsAt: Date; venue: { name: string; city: string; timeZone: string } };
}) {
  return (
    <header className="px-4 pt-4 pb-5 sm:px-6 lg:px-8 lg:pt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <Link
          href={`/events/${event.id}`}
          className="text-ink-soft hover:text-ink -ml-1 inline-flex min-h-11 items-center gap-2 px-1 text-sm font-medium"
        >
          <ArrowLeft aria-hidden className="size-4" /> Event
        </Link>
        <Stepper current={0} />
      </div>
      <h1 className="display mt-2 text-2xl sm:text-3xl">{event.title}</h1>
      <p className="text-ink-soft mt-1">
        {formatWhen(event.startsAt, event.venue)} · {event.venue.name}
      </p>
      <h2 className="sr-only">Choose your seats</h2>
    </header>
  );
}
