"use client";

import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";
import { CalendarButton, type Entry } from "./add-to-calendar";

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** Google's address for a new entry. Instants are UTC; without an end, two hours are kept free. */
export function googleCalendarUrl({
  title,
  startsAt,
  endsAt,
  place,
}: {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
}): string {
  const end = endsAt ?? new Date(startsAt.getTime() + 2 * 3_600_000);
  const query = new URLSearchParams({
    action: "TEMPLATE",
    text: title,
    dates: `${stamp(startsAt)}/${stamp(end)}`,
    location: place,
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

/** The calendars behind the button. */
export function CalendarMenu({ eventId, defaultOpen, ...entry }: Entry & { defaultOpen: boolean }) {
  return (
    <DropdownMenu defaultOpen={defaultOpen}>
      <DropdownMenuTrigger asChild>
        <CalendarButton />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuItem asChild>
          <a href={`/api/events/${eventId}/calendar.ics`} download>
            Apple, Outlook and others
          </a>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <a href={googleCalendarUrl(entry)} target="_blank" rel="noreferrer">
            Google Calendar
          </a>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
