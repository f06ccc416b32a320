import Link from "next/link";
import { dayKey } from "~/lib/calendar";
import { formatDay, formatTime } from "~/lib/dates";
import { cn } from "~/lib/utils";
import type { RouterOutputs } from "~/trpc/react";

type Showing = RouterOutputs["showing"]["ahead"][number];

const chip = "rounded-control flex shrink-0 flex-col items-center justify-center border px-4 transition-colors";
const plain = "border-line-strong bg-raised hover:border-ink hover:bg-surface";
const here = "bg-ink border-ink text-paper";

/** The days of a run in a row, and the times of this event's day under it: each leads to its own showing. */
export function DateStrip({ showings, event, now }: { showings: readonly Showing[]; event: { id: string; startsAt: Date; venue: { timeZone: string } }; now: Date }) {
  if (showings.filter(({ id }) => id !== event.id).length === 0) return null;
  const dayOf = ({ startsAt, venue }: Pick<Showing, "startsAt" | "venue">) => dayKey(startsAt, venue.timeZone);
  const byDay = new Map<string, Showing[]>();
  for (const showing of showings) byDay.set(dayOf(showing), [...(byDay.get(dayOf(showing)) ?? []), showing]);
  const days = [...byDay];
  const today = dayKey(event.startsAt, event.venue.timeZone);
  const times = days.find(([day]) => day === today)?.[1] ?? [];
  return (
    <nav aria-label="Dates" className="mt-8">
      <h2 className="display text-xl">{showings.length} dates</h2>
      <ul aria-label="Days" className="no-scrollbar -mx-4 mt-3 flex gap-2 overflow-x-auto px-4 py-1 sm:-mx-1 sm:px-1">
        {days.map(([day, [first]]) => first && (
          <li key={day}>
            <Link href={`/events/${first.id}`} prefetch={false} scroll={false} aria-current={day === today ? "date" : undefined} className={cn(chip, "figures min-h-14 text-sm font-medium whitespace-nowrap", day === today ? here : plain)}>
              {formatDay(first.startsAt, first.venue, now)}
            </Link>
          </li>
        ))}
      </ul>
      {times.length > 1 && (
        <ul aria-label="Times" className="mt-2 flex flex-wrap gap-2">
          {times.map((showing) => (
            <li key={showing.id}>
              <Link href={`/events/${showing.id}`} prefetch={false} scroll={false} aria-current={showing.id === event.id ? "page" : undefined} className={cn(chip, "figures min-h-11 text-sm font-medium", showing.id === event.id ? here : plain)}>
                {formatTime(showing.startsAt, showing.venue)}
                {wordOf(showing) && <span className={cn("text-xs font-normal", showing.id !== event.id && "text-ink-soft")}>{wordOf(showing)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** What is worth knowing before one goes there. */
function wordOf({ saleState, availability }: Showing): string | null {
  if (saleState === "NOT_YET") return "On sale soon";
  if (saleState !== "ON_SALE") return "Sales ended";
  return availability === "NONE" ? "Sold out" : availability === "FEW" ? "Few left" : null;
}
