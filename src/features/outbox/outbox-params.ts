import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { outboxStatuses } from "~/schemas/admin";

export const outboxQuery = {
  status: parseAsStringLiteral(outboxStatuses),
  search: parseAsString.withDefault(""),
  page: parseAsInteger.withDefault(1),
};

export const loadOutboxQuery = createLoader(outboxQuery);

type Query = { status: (typeof outboxStatuses)[number] | null; search: string; page: number };

/** The input of `admin.outbox`, the same on the server and in the browser. */
export function outboxInput({ status, search, page }: Query) {
  return { status: status ?? undefined, search: search || undefined, page: Math.max(1, page), limit: 25 };
}

/** The address of a page of the outbox. */
export function outboxHref({ status, search, page }: Query): string {
  const query = new URLSearchParams();
  if (status) query.set("status", status);
  if (search) query.set("search", search);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/admin/outbox?${query}` : "/admin/outbox";
}
