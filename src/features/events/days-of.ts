import { dayAfter, dayKey, homeZone, weekendFrom } from "~/lib/calendar";
import type { EventFilters } from "./search-params";

/** The days a choice of "when" means at `now`: the home page's, and a link's that shall never grow old. */
export function daysOf(when: string, now: Date): Pick<Partial<EventFilters>, "dateFrom" | "dateTo"> {
  const today = dayKey(now, homeZone);
  if (when === "weekend") {
    const { from, to } = weekendFrom(now, homeZone);
    return { dateFrom: from, dateTo: to };
  }
  if (when === "week") return { dateFrom: today, dateTo: dayAfter(now, 6, homeZone) };
  if (when === "month") return { dateFrom: today, dateTo: dayAfter(now, 29, homeZone) };
  return {};
}
