import { TZDate } from "@date-fns/tz";

/** A calendar day of a zone, cut to a range: from this instant up to the other, UTC. */
export type Day = { day: string; from: Date; to: Date };

/** Every day that a range touches, in order, none left out: a chart must not join over a gap. */
export function daysOf(range: { from: Date; to: Date }, timeZone: string): Day[] {
  const days: Day[] = [];
  for (let from = range.from; from < range.to;) {
    const local = new TZDate(from.getTime(), timeZone);
    const [year, month, date] = [local.getFullYear(), local.getMonth(), local.getDate()];
    const next = new Date(new TZDate(year, month, date + 1, timeZone).getTime());
    const day = [year, month + 1, date].map((part) => String(part).padStart(2, "0")).join("-");
    const to = next < range.to ? next : range.to;
    days.push({ day, from, to });
    from = to;
  }
  return days;
}
