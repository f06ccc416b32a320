import { TZDate } from "@date-fns/tz";
import type { Weekday, When } from "../types";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const weekdays: Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** The instant (UTC) that a `When` names, seen from `now` at a place in `timeZone`. */
export function instantOf(when: When, now: Date, timeZone: string): Date {
  const today = new TZDate(now, timeZone).getDay();
  const days = (weekdays.indexOf(when.day) - today + 7) % 7;
  const there = (weeks: number) => localTime(now, days + weeks * 7, when.at, timeZone);
  if (when.weeks < 0) {
    const last = there(-1).getTime() <= now.getTime() - DAY_MS ? -1 : -2;
    return there(last + when.weeks + 1);
  }
  const next = there(0).getTime() >= now.getTime() + 6 * HOUR_MS ? 0 : 1;
  return there(next + when.weeks);
}

/** "19:30" as many days from today, at a place in `timeZone`. */
export function localTime(now: Date, days: number, at: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const local = new TZDate(now, timeZone);
  const there = new TZDate(
    local.getFullYear(),
    local.getMonth(),
    local.getDate() + days,
    hours,
    minutes,
    timeZone,
  );
  return new Date(there.getTime());
}
