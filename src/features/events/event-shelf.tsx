import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { EventCard, type EventCardEvent } from "~/components/event-card";

/** A row of posters under a heading; on phones it scrolls sideways. Without events: the heading and its children. */
export function EventShelf({
  title,
  events,
  href,
  linkLabel,
  eager,
  children,
}: {
  title: string;
  events?: EventCardEvent[];
  href?: string;
  linkLabel?: string;
  eager?: boolean;
  children?: ReactNode;
}) {
  const headingId = `shelf-${title.toLowerCase().replace(/\W+/g, "-")}`;
  return (
    <section aria-labelledby={headingId}>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={headingId} className="display text-2xl sm:text-3xl">
          {title}
        </h2>
        {href && (
          <Link
            href={href}
            className="inline-flex min-h-11 items-center gap-1.5 font-medium underline-offset-4 hover:underline"
          >
            {linkLabel ?? "See all"} <ArrowRight aria-hidden className="size-4.5" />
          </Link>
        )}
      </div>
      {children}
      {events && <ShelfRow events={events} eager={eager} />}
    </section>
  );
}

/** The posters of a shelf. */
export function ShelfRow({ events, eager }: { events: EventCardEvent[]; eager?: boolean }) {
  return (
    <ul className="no-scrollbar -mx-4 flex snap-x gap-4 overflow-x-auto px-4 pb-1 sm:-mx-6 sm:gap-6 sm:px-6 lg:mx-0 lg:grid lg:grid-cols-4 lg:overflow-visible lg:px-0">
      {events.slice(0, 4).map((event) => (
        <li
          key={event.id}
          className="w-[58vw] max-w-64 shrink-0 snap-start scroll-ml-4 sm:scroll-ml-6 lg:w-auto lg:max-w-none"
        >
          <EventCard event={event} eager={eager} />
        </li>
      ))}
    </ul>
  );
}
