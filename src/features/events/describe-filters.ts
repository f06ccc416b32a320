import { formatPaise } from "~/domain/money";
import { dayStart, homeZone } from "~/lib/calendar";
import { categoryWords } from "~/lib/categories";
import { formatDay } from "~/lib/dates";
import { capitalised } from "~/lib/utils";
import type { EventFilters } from "./search-params";

const day = (key: string) => formatDay(dayStart(key, homeZone) ?? new Date(NaN), { timeZone: homeZone });
const rupees = (whole: number) => formatPaise(whole * 100);

/** "Fri 27 Nov to Sun 29 Nov", "from Fri 27 Nov", "until Sun 29 Nov"; null where any day will do. */
export function describeDates({
  dateFrom,
  dateTo,
}: Pick<EventFilters, "dateFrom" | "dateTo">): string | null {
  if (dateFrom && dateFrom === dateTo) return `on ${day(dateFrom)}`;
  if (dateFrom && dateTo) return `${day(dateFrom)} to ${day(dateTo)}`;
  if (dateFrom) return `from ${day(dateFrom)}`;
  return dateTo ? `until ${day(dateTo)}` : null;
}

/** "₹500 to ₹2,000", "₹500 or more", "up to ₹2,000"; null where any price will do. */
export function describePrices({
  minPrice,
  maxPrice,
}: Pick<EventFilters, "minPrice" | "maxPrice">): string | null {
  if (minPrice && maxPrice) return `${rupees(minPrice)} to ${rupees(maxPrice)}`;
  if (minPrice) return `${rupees(minPrice)} or more`;
  return maxPrice ? `up to ${rupees(maxPrice)}` : null;
}

/** "7 concerts in Mumbai, Fri 27 Nov to Sun 29 Nov, up to ₹2,000, with “veena”" */
export function describeResults(filters: EventFilters, total: number): string {
  const words = filters.category ? categoryWords[filters.category] : { one: "event", many: "events" };
  const count = total === 0 ? "No" : total.toLocaleString("en-IN");
  const parts = [
    `${count} ${total === 1 ? words.one : words.many}${filters.city ? ` in ${filters.city}` : ""}`,
    describeDates(filters),
    describePrices(filters),
    filters.search && `with “${filters.search}”`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** A filter in force: how a chip names it, what its absence is called, and the change that lifts it. */
export type ActiveFilter = { label: string; loosened: string; lift: Partial<EventFilters> };

/** The filters in force, in the order of the bar. Sort and page are none. */
export function activeFilters(filters: EventFilters): ActiveFilter[] {
  const { search, category, city } = filters;
  const dates = describeDates(filters);
  const prices = describePrices(filters);
  const active: (ActiveFilter | "" | null)[] = [
    search && { label: `“${search}”`, loosened: `Without “${search}”`, lift: { search: "" } },
    category && {
      label: categoryWords[category].label,
      loosened: "Every category",
      lift: { category: null },
    },
    city && { label: city, loosened: "Every city", lift: { city: "" } },
    dates && { label: capitalised(dates), loosened: "Any date", lift: { dateFrom: null, dateTo: null } },
    prices && { label: capitalised(prices), loosened: "Any price", lift: { minPrice: null, maxPrice: null } },
  ];
  return active.filter((filter) => filter !== null && filter !== "");
}

/** No filter at all. */
export const noFilters: Partial<EventFilters> = {
  search: "",
  category: null,
  city: "",
  dateFrom: null,
  dateTo: null,
  minPrice: null,
  maxPrice: null,
  page: 1,
};
