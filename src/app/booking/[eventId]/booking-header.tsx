import { ArrowLeft } from "lucide-react";
import { ReadyLink } from "~/components/ready-link";
import { Stepper } from "~/components/ui/stepper";
import { formatWhen } from "~/lib/dates";

/** What one is choosing seats for, and how far one has come: low, since the map is the page. */
export function BookingHeader({
  event,
}: {
  event: {
    id: string;
    title: string;
    startsAt: Date;
    venue: { name: string; city: string; timeZone: string };
  };
}) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 px-4 pt-1 pb-2 sm:px-6 lg:flex-nowrap lg:px-8 lg:py-3">
      <ReadyLink
        href={`/events/${event.id}`}
        className="text-ink-soft hover:text-ink rounded-control -ml-1 inline-flex min-h-11 shrink-0 items-center gap-2 px-1 text-sm font-medium"
      >
        <ArrowLeft aria-hidden className="size-4" /> Event
      </ReadyLink>
      <div className="order-last w-full min-w-0 lg:order-none lg:w-auto lg:flex-1">
        <h1 className="display truncate text-xl">{event.title}</h1>
        <p className="text-ink-soft truncate text-sm">
          {formatWhen(event.startsAt, event.venue)} · {event.venue.name}
        </p>
        <h2 className="sr-only">Choose your seats</h2>
      </div>
      <Stepper current={0} className="shrink-0 max-sm:hidden" />
    </header>
  );
}
