import Link from "next/link";
import type { SaleState } from "~/domain/event-state";
import { formatWhen } from "~/lib/dates";
import { cn } from "~/lib/utils";
import { countOf } from "~/lib/words";
import { Poster } from "./poster";
import { Badge } from "./ui/badge";
import { Price } from "./ui/price";
import { Skeleton } from "./ui/skeleton";

/** An event as far as a card shows it, as `event.list` gives it. */
export type EventCardEvent = {
  id: string;
  title: string;
  startsAt: Date;
  imageUrl: string | null;
  venue: { name: string; city: string; timeZone: string };
  /** The least one pays, tax included. */
  fromAllInPaise: number;
  saleState: SaleState;
  availability: "MANY" | "FEW" | "NONE";
  /** Showings of its run that are still to come, itself among them. */
  dates?: number;
};

/** What is worth saying before the price decides; null in the ordinary case. */
function cardBadge({ saleState, availability }: EventCardEvent) {
  if (saleState === "CANCELLED") return <Badge tone="danger">Cancelled</Badge>;
  if (saleState === "NOT_YET") return <Badge tone="outline">On sale soon</Badge>;
  if (saleState !== "ON_SALE") return <Badge>Sales ended</Badge>;
  if (availability === "NONE") return <Badge>Sold out</Badge>;
  return availability === "FEW" ? <Badge tone="warning">Few left</Badge> : null;
}

/** An event among others: poster, day, place, and the least one pays. The whole card is the link. */
export function EventCard({
  event,
  eager,
  className,
}: {
  event: EventCardEvent;
  eager?: boolean;
  className?: string;
}) {
  const { title, startsAt, venue, fromAllInPaise } = event;
  return (
    <article className={cn("group relative", className)}>
      <Poster event={event} eager={eager} className="transition-opacity group-hover:opacity-90" />
      <p className="text-ink-soft figures mt-3 text-sm">
        <time dateTime={startsAt.toISOString()}>{formatWhen(startsAt, { timeZone: venue.timeZone })}</time>
        {event.dates !== undefined && event.dates > 1 && `, and ${countOf(event.dates - 1, "more date", "more dates")}`}
      </p>
      <h3 className="display mt-1 text-lg leading-snug">
        <Link
          href={`/events/${event.id}`}
          prefetch={false}
          className="rounded-card decoration-2 underline-offset-4 group-hover:underline after:absolute after:inset-0"
        >
          {title}
        </Link>
      </h3>
      <p className="text-ink-soft mt-0.5 text-sm">
        {venue.name}, {venue.city}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <Price paise={fromAllInPaise} from />
        {cardBadge(event)}
      </p>
    </article>
  );
}

/** The card's shape while it is on its way. */
export function EventCardSkeleton({ className }: { className?: string }) {
  return (
    <div className={className}>
      <Skeleton className="rounded-card! aspect-3/4 w-full" />
      <Skeleton className="mt-3 h-4 w-2/5" />
      <Skeleton className="mt-2 h-5 w-4/5" />
      <Skeleton className="mt-2 h-4 w-3/5" />
      <Skeleton className="mt-3 h-5 w-1/3" />
    </div>
  );
}
