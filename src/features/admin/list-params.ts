import { TZDate } from "@date-fns/tz";
import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  type inferParserType,
} from "nuqs/server";
import { securityKindNames } from "~/domain/security-event";
import { homeZone } from "~/lib/calendar";

/** What the addresses of the admin's lists say. Each list uses what it has a field for. */
export const listParams = {
  search: parseAsString.withDefault(""),
  /** A role, a status, an entity: whatever the list is narrowed by. */
  only: parseAsString.withDefault(""),
  /** Words of who did it. */
  person: parseAsString.withDefault(""),
  /** Days as the home zone has them, both included: "2026-11-29". */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  page: parseAsInteger.withDefault(1),
};
export type ListParams = inferParserType<typeof listParams>;
export const loadListParams = createLoader(listParams);
export const listHref = createSerializer(listParams);

const oneOf = <T extends string>(all: readonly T[], given: string) => all.find((value) => value === given);
const base = ({ search, page }: ListParams) => ({
  search: search.trim().slice(0, 100) || undefined,
  page: Math.max(1, page),
  limit: 25,
});

/** Who and when, for logs. A day that is none narrows nothing. */
const logged = ({ person, from, to }: ListParams) => ({
  person: person.trim().slice(0, 100) || undefined,
  from: dayStart(from),
  to: dayStart(to, 1),
});

function dayStart(day: string, later = 0): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return undefined;
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return year < 1970 || year > 2190 ? undefined : new Date(new TZDate(year, month - 1, date + later, homeZone).getTime());
}

/** The input of `admin.securityLog`: `only` is a kind, words are a person's, or an address of the network. */
export function securityInput(params: ListParams) {
  const { search, ...paged } = base(params);
  const isIp = search !== undefined && /^[\da-f.:]+$/i.test(search) && /[.:]/.test(search);
  const { from, to } = logged(params);
  return { ...paged, kind: oneOf(securityKindNames, params.only), ...(isIp ? { address: search } : { person: search }), from, to };
}

/** The input of `admin.users`: `only` is a role, or "suspended". */
export function usersInput(params: ListParams) {
  const role = oneOf(["USER", "ORGANIZER", "ADMIN"], params.only);
  return { ...base(params), role, suspended: params.only === "suspended" ? true : undefined };
}

export const auditEntities = [
  "event",
  "venue",
  "section",
  "coupon",
  "booking",
  "refund",
  "review",
  "user",
  "apiKey",
  "webhook",
  "mail",
  "team",
] as const;

/** The input of `admin.auditLog`: words are the beginning of an action, or the id of a thing. */
export function auditInput(params: ListParams) {
  const { search, ...paged } = base(params);
  const isAction = search === undefined || /^[a-z]+(\.[a-zA-Z]*)?$/.test(search);
  return {
    ...paged,
    ...logged(params),
    entity: oneOf(auditEntities, params.only),
    ...(isAction ? { action: search } : { entityId: search?.slice(0, 64) }),
  };
}

/** The input of `event.list` for the front page's choice. */
export function eventsInput(params: ListParams) {
  return {
    ...base(params),
    status: "PUBLISHED" as const,
    featured: params.only === "featured" ? true : undefined,
  };
}
