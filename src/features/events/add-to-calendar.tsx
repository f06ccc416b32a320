"use client";

import { CalendarPlus } from "lucide-react";
import { Button } from "~/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";

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

/** Puts the evening in one's own calendar: as a file for most, by address for Google. */
export function AddToCalendar({
  eventId,
  ...entry
}: {
  eventId: string;
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
}) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary">
          <CalendarPlus aria-hidden /> Add to calendar
        </Button>
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
