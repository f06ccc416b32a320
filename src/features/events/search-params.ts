import {
  createLoader,
  createParser,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { eventCategories } from "~/domain/event-state";
import { dayEnd, dayStart, homeZone } from "~/lib/calendar";
import { eventSorts, type EventSort } from "~/domain/event-sorts";
import type { ListEventsInput } from "~/schemas/event";

/** A day as the address bar writes it; anything else is as if it were not there. */
const parseAsDay = createParser({
  parse: (value) => (dayStart(value, homeZone) ? value : null),
  serialize: String,
});

const parseAsWhole = (from: number, to: number) =>
  createParser({
    parse: (value) =>
      /^\d{1,7}$/.test(value) && Number(value) >= from && Number(value) <= to ? Number(value) : null,
    serialize: String,
  });

const words = parseAsString.withDefault("");

/** Every filter of the events page, as it stands in the URL. Prices are whole rupees, all-in. */
export const eventSearchParams = {
  search: words,
  category: parseAsStringLiteral(eventCategories),
  city: words,
  dateFrom: parseAsDay,
  dateTo: parseAsDay,
  minPrice: parseAsWhole(1, 1_000_000),
  maxPrice: parseAsWhole(1, 1_000_000),
  /** Null: as the list is best, see `sortOf`. */
  sort: parseAsStringLiteral(eventSorts),
  page: parseAsWhole(1, 10_000).withDefault(1),
};

export type EventFilters = inferParserType<typeof eventSearchParams>;

/** The order that a list with these filters is in: what answers a search best comes first, else what is soonest. */
export function sortOf({ sort, search }: Pick<EventFilters, "sort" | "search">): EventSort {
  if (search.trim()) return sort ?? "match";
  return sort && sort !== "match" ? sort : "date";
}

/** The filters of a request's search params. */
export const loadEventFilters = createLoader(eventSearchParams);

/** The address of the events page with these filters. */
const serialize = createSerializer(eventSearchParams);
export const eventsHref = (filters: Partial<EventFilters>) => serialize("/events", filters);

export const EVENTS_PER_PAGE = 12;

/** What to ask of `event.list` for these filters. */
export function toListInput(filters: EventFilters): ListEventsInput {
  const { search, category, city, dateFrom, dateTo, minPrice, maxPrice, page } = filters;
  return {
    search: search.trim().slice(0, 100) || undefined,
    category: category ?? undefined,
    city: city.trim().slice(0, 80) || undefined,
    dateFrom: (dateFrom && dayStart(dateFrom, homeZone)) ?? undefined,
    dateTo: (dateTo && dayEnd(dateTo, homeZone)) ?? undefined,
    minAllInPaise: minPrice ? minPrice * 100 : undefined,
    maxAllInPaise: maxPrice ? maxPrice * 100 : undefined,
    sort: sortOf(filters),
    page,
    limit: EVENTS_PER_PAGE,
  };
}
