import { TZDate } from "@date-fns/tz";
import { addDays } from "date-fns";
import { MOST_SHOWINGS } from "~/domain/showings";
import { dayKey, dayStart, instantOf } from "./calendar";

/** When a run plays: every of these weekdays (0 is Sunday) from the first day to the last, at each of these times. */
type ShowingRule = { from: string; until: string; weekdays: readonly number[]; times: readonly string[]; timeZone: string };

/**
 * The instants (UTC) of a rule after `now`, soonest first, at the wall clock's times of the zone; as many as a run may
 * have, and one more where there are more.
 */
export function showingTimes({ from, until, weekdays, times, timeZone }: ShowingRule, now: Date): Date[] {
  const [first, last] = [dayStart(from, timeZone), dayStart(until, timeZone)];
  if (!first || !last) return [];
  const found: Date[] = [];
  const hours = [...new Set(times)].sort();
  for (let day = new TZDate(first.getTime(), timeZone); day.getTime() <= last.getTime(); day = addDays(day, 1)) {
    if (!weekdays.includes(day.getDay())) continue;
    for (const time of hours) {
      const at = instantOf(`${dayKey(day, timeZone)}T${time}`, timeZone);
      if (at && at > now) found.push(at);
      if (found.length > MOST_SHOWINGS) return found;
    }
  }
  return found;
}
