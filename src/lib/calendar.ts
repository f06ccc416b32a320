import { TZDate } from "@date-fns/tz";
import { addDays, format, startOfDay } from "date-fns";

/** "2026-12-12": a calendar day of the zone, as URLs and date inputs write it. */
export function dayKey(at: Date, timeZone: string): string {
  return format(new TZDate(at.getTime(), timeZone), "yyyy-MM-dd");
}

/** The first instant (UTC) of a day written "2026-12-12" in the zone; null where it is no such day. */
export function dayStart(key: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(key);
  if (!match) return null;
  const start = new TZDate(Number(match[1]), Number(match[2]) - 1, Number(match[3]), timeZone);
  return dayKey(start, timeZone) === key ? new Date(start.getTime()) : null;
}

/** The last millisecond (UTC) of a day written "2026-12-12" in the zone; null where it is no such day. */
export function dayEnd(key: string, timeZone: string): Date | null {
  const start = dayStart(key, timeZone);
  return start && new Date(addDays(new TZDate(start.getTime(), timeZone), 1).getTime() - 1);
}

/** The days of the coming weekend in the zone, Friday to Sunday; on one of them, the days that are left. */
export function weekendFrom(now: Date, timeZone: string): { from: string; to: string } {
  const today = startOfDay(new TZDate(now.getTime(), timeZone));
  const weekday = today.getDay();
  const sunday = addDays(today, (7 - weekday) % 7);
  const first = weekday === 0 || weekday === 6 ? today : addDays(sunday, -2);
  return { from: dayKey(first, timeZone), to: dayKey(sunday, timeZone) };
}

/** The days by which visitors count before they have chosen a venue: India's. */
export const homeZone = "Asia/Kolkata";

/** `days` whole days after the day that `now` is in the zone. */
export function dayAfter(now: Date, days: number, timeZone: string): string {
  return dayKey(addDays(new TZDate(now.getTime(), timeZone), days), timeZone);
}

/** An instant as `<input type="datetime-local">` writes it in the zone: "2026-12-12T19:30". */
export function localTime(at: Date | null | undefined, timeZone: string): string {
  return at ? format(new TZDate(at.getTime(), timeZone), "yyyy-MM-dd'T'HH:mm") : "";
}

/** The instant (UTC) of "2026-12-12T19:30" in the zone; null where it is no such time. */
export function instantOf(local: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const at = new TZDate(year, month - 1, day, hour, minute, timeZone);
  return Number.isNaN(at.getTime()) ? null : new Date(at.getTime());
}
