import { CalendarDays, Clock, Languages, MapPin, UserRoundCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { addressOf } from "~/lib/address";
import { formatDistance, formatSpan, formatWhen } from "~/lib/dates";
import type { RouterOutputs } from "~/trpc/react";

type Event = RouterOutputs["event"]["byId"];

/** When, where, in what language, for whom. Times are the venue's and say so. */
export function EventFacts({ event, now }: { event: Event; now: Date }) {
  const { venue, startsAt, endsAt } = event;
  const ahead = startsAt > now ? formatDistance(startsAt, now) : null;
  return (
    <dl className="grid gap-4">
      <Fact icon={CalendarDays} label="When">
        <time dateTime={startsAt.toISOString()}>{formatSpan(startsAt, endsAt, venue)}</time>
        {ahead && <span className="text-ink-soft block text-sm">{ahead}</span>}
      </Fact>
      <Fact icon={MapPin} label="Where">
        {venue.name}
        <span className="text-ink-soft block text-sm">{addressOf(venue)}</span>
      </Fact>
      {event.language && (
        <Fact icon={Languages} label="Language">
          {event.language}
        </Fact>
      )}
      {event.ageRating && (
        <Fact icon={UserRoundCheck} label="For whom">
          {event.ageRating}
        </Fact>
      )}
      {event.onSaleAt && event.onSaleAt > now && (
        <Fact icon={Clock} label="Sale">
          Sales open {formatWhen(event.onSaleAt, venue)}
          <span className="text-ink-soft block text-sm">{formatDistance(event.onSaleAt, now)}</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[1.25rem_1fr] gap-3">
      <dt>
        <Icon aria-hidden className="text-ink-soft mt-0.5 size-5" strokeWidth={1.75} />
        <span className="sr-only">{label}</span>
      </dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
