import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  type inferParserType,
} from "nuqs/server";

/** What the addresses of the admin's lists say. Each list uses what it has a field for. */
export const listParams = {
  search: parseAsString.withDefault(""),
  /** A role, a status, an entity: whatever the list is narrowed by. */
  only: parseAsString.withDefault(""),
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
] as const;

/** The input of `admin.auditLog`: words are the beginning of an action, or the id of a thing. */
export function auditInput(params: ListParams) {
  const { search, ...paged } = base(params);
  const isAction = search === undefined || /^[a-z]+(\.[a-zA-Z]*)?$/.test(search);
  return {
    ...paged,
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
