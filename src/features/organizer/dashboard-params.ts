import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { eventStatuses } from "~/domain/event-state";
import { dayAfter, dayEnd, dayKey, dayStart, homeZone } from "~/lib/calendar";

/** What the address of the dashboard says: days as "2026-12-12", counted as the shop counts them. */
export const dashboardParams = {
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(eventStatuses),
  page: parseAsInteger.withDefault(1),
};
export type DashboardParams = inferParserType<typeof dashboardParams>;

export const loadDashboardParams = createLoader(dashboardParams);
const serialize = createSerializer(dashboardParams);
export const dashboardHref = (params: Partial<DashboardParams>) => serialize("/organizer/dashboard", params);

const DAYS = 30;
const LONGEST_MS = 366 * 86_400_000;

/** The days shown: the last 30 unless the address says others that make sense. */
export function dayRange({ from, to }: Pick<DashboardParams, "from" | "to">, now = new Date()) {
  const today = dayKey(now, homeZone);
  const last = dayStart(to, homeZone) ? to : today;
  const end = dayEnd(last, homeZone) ?? now;
  const start = dayStart(from, homeZone);
  if (start && start < end && end.getTime() - start.getTime() < LONGEST_MS) return { from, to: last };
  return { from: dayAfter(end, 1 - DAYS, homeZone), to: last };
}

/** What to ask of `organizer.dashboard`: the same on the server and in the browser. */
export function dashboardInput(params: DashboardParams) {
  const { from, to } = dayRange(params);
  return {
    from: dayStart(from, homeZone) ?? undefined,
    to: dayEnd(to, homeZone) ?? undefined,
    search: params.search.trim().slice(0, 100) || undefined,
    status: params.status ?? undefined,
    page: Math.max(1, params.page),
    limit: 20,
  };
}
