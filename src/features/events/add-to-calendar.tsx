"use client";

import { CalendarPlus } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";

/** An evening as a calendar keeps it. */
export type Entry = { eventId: string; title: string; startsAt: Date; endsAt: Date | null; place: string };

const loadMenu = () => import("./calendar-menu").then((module) => module.CalendarMenu);

/** Puts the evening in one's own calendar: as a file for most, by address for Google. */
export function AddToCalendar(entry: Entry) {
  return (
    <OnDemand load={loadMenu} props={entry} popup="menu">
      {(opener) => <CalendarButton {...opener} />}
    </OnDemand>
  );
}

/** The button alone. */
export function CalendarButton(props: ComponentProps<typeof Button>) {
  return (
    <Button variant="secondary" {...props}>
      <CalendarPlus aria-hidden /> Add to calendar
    </Button>
  );
}
