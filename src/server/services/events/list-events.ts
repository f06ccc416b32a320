import { saleStateAt } from "~/domain/event-state";
import type { Actor } from "~/domain/permissions";
import { allIn } from "~/domain/tax";
import { listEventsInput, type ListEventsInput } from "~/schemas/event";
import type { Db } from "~/server/db/db";
import { searchWords } from "../search-words";
import { availabilityHints } from "./availability-hints";
import { datesAhead } from "./dates-ahead";
import { closestWords } from "./closest-words";
import { eventsOrder } from "./events-order";
import { eventsWhere } from "./events-where";

const select = {
  id: true,
  slug: true,
  title: true,
  subtitle: true,
  category: true,
  artist: true,
  language: true,
  ageRating: true,
  status: true,
  startsAt: true,
  endsAt: true,
  onSaleAt: true,
  offSaleAt: true,
  imageUrl: true,
  bannerUrl: true,
  featured: true,
  basePricePaise: true,
  minPricePaise: true,
  maxPricePaise: true,
  taxBps: true,
  seatCount: true,
  seriesId: true,
  venue: { select: { id: true, name: true, city: true, timeZone: true } },
} as const;

/**
 * A page of events. Anyone sees published ones that are still to come; drafts, past and cancelled ones are for their
 * organizer and for admins. Where nothing has the words of the search, the likest words are searched for instead, and
 * `searchedFor` says which.
 */
export async function listEvents({
  db,
  actor,
  input,
  now = new Date(),
}: {
  db: Db;
  actor: Actor | null;
  input: ListEventsInput;
  now?: Date;
}) {
  const asked = await listAsAsked({ db, actor, input, now });
  if (asked.total > 0 || !input.search) return { ...asked, searchedFor: null };
  const meant = await closestWords({ db, words: searchWords(input.search), now });
  if (!meant) return { ...asked, searchedFor: null };
  const searchedFor = meant.join(" ");
  const found = await listAsAsked({ db, actor, input: { ...input, search: searchedFor }, now });
  return found.total > 0 ? { ...found, searchedFor } : { ...asked, searchedFor: null };
}

type Asked = { db: Db; actor: Actor | null; input: ListEventsInput; now: Date };

async function listAsAsked({ db, actor, input, now }: Asked) {
  const { page, limit, sort, ...filters } = listEventsInput.parse(input);
  const where = eventsWhere({ filters, actor, now });
  const order = eventsOrder({ sort, search: filters.search });
  const [counted, places] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Event" e WHERE ${where}`,
    db.$queryRaw<{ id: string }[]>`
      SELECT e.id FROM "Event" e ${order.join} WHERE ${where}
       ORDER BY ${order.by}, e.id LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
  ]);
  const total = counted[0]?.total ?? 0;
  const items = await eventCards({ db, ids: places.map(({ id }) => id), now });
  return { items, total, page, pageCount: Math.ceil(total / limit) };
}

/** What a list shows of these events, in this order. Whoever calls decides who may see them. */
export async function eventCards({ db, ids, now }: { db: Db; ids: string[]; now: Date }) {
  const found = await db.event.findMany({ where: { id: { in: ids } }, select });
  const byId = new Map(found.map((event) => [event.id, event]));
  const events = ids.flatMap((id) => byId.get(id) ?? []);
  const [hints, dates] = await Promise.all([availabilityHints({ db, events }), datesAhead({ db, events, now })]);
  return events.map((event) => ({
    ...event,
    fromAllInPaise: allIn(event.minPricePaise, event.taxBps),
    toAllInPaise: allIn(event.maxPricePaise, event.taxBps),
    saleState: saleStateAt(event, now),
    availability: hints.get(event.id) ?? "MANY",
    dates: (event.seriesId && dates.get(event.seriesId)) || 1,
  }));
}
