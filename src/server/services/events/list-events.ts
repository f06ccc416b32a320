import { saleStateAt } from "~/domain/event-state";
import type { Actor } from "~/domain/permissions";
import { allIn } from "~/domain/tax";
import type { Prisma } from "~/generated/prisma/client";
import { listEventsInput, type ListEventsInput } from "~/schemas/event";
import type { Db } from "~/server/db";
import { availabilityHints } from "./availability-hints";
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
  minPricePaise: true,
  maxPricePaise: true,
  seatCount: true,
  venue: { select: { id: true, name: true, city: true, timeZone: true } },
} as const;

const orders: Record<NonNullable<ListEventsInput["sort"]>, Prisma.EventOrderByWithRelationInput[]> = {
  date: [{ startsAt: "asc" }],
  price: [{ minPricePaise: "asc" }, { startsAt: "asc" }],
  popular: [{ bookings: { _count: "desc" } }, { startsAt: "asc" }],
};

/**
 * A page of events. Anyone sees published ones that are still to come; drafts, past and cancelled ones are for their
 * organizer and for admins.
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
  const { page, limit, sort, ...filters } = listEventsInput.parse(input);
  const where = eventsWhere({ filters, actor, now });
  const [total, events] = await Promise.all([
    db.event.count({ where }),
    db.event.findMany({
      where,
      select,
      orderBy: [...orders[sort], { id: "asc" }],
      skip: (page - 1) * limit,
      take: limit,
    }),
  ]);
  const hints = await availabilityHints({ db, events });
  const items = events.map((event) => ({
    ...event,
    fromAllInPaise: allIn(event.minPricePaise),
    toAllInPaise: allIn(event.maxPricePaise),
    saleState: saleStateAt(event, now),
    availability: hints.get(event.id) ?? "MANY",
  }));
  return { items, total, page, pageCount: Math.ceil(total / limit) };
}
