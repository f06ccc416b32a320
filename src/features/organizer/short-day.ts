import { formatDay } from "~/lib/dates";

/** "2026-12-05" as "Sat 5 Dec": a day of the calendar, wherever it was counted. */
export function shortDay(day: string): string {
  return formatDay(new Date(`${day}T00:00:00Z`), { timeZone: "UTC" });
}
