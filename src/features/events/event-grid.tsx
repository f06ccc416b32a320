import { EventCard, EventCardSkeleton, type EventCardEvent } from "~/components/event-card";
import { cn } from "~/lib/utils";

const gridClasses = "grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4";

/** Events as a wall of posters. The first row is loaded at once. */
export function EventGrid({ events, className }: { events: EventCardEvent[]; className?: string }) {
  return (
    <ul className={cn(gridClasses, className)}>
      {events.map((event, i) => (
        <li key={event.id}>
          <EventCard event={event} eager={i < 4} />
        </li>
      ))}
    </ul>
  );
}

/** The wall while it is on its way. */
export function EventGridSkeleton({ count = 8, className }: { count?: number; className?: string }) {
  return (
    <div className={cn(gridClasses, className)}>
      {Array.from({ length: count }, (_, i) => (
        <EventCardSkeleton key={i} />
      ))}
    </div>
  );
}
